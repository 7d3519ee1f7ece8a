import { describe, expect, test } from 'vitest';
import { collectAddedText, collectText, maxTextLength } from '../../src/page/collect-text.ts';
import { findArticle } from '../../src/page/find-article.ts';
import { parseHtml } from './parse-html.ts';

const sentence = 'The envoys met in the capital on Monday, and they talked for six hours about the draft.';
const second = 'Nobody who was there would say what the delegations had agreed on, or whether they had.';

const read = (html: string) => collectText(findArticle(parseHtml(html)));

describe('white space is what a browser shows', () => {
  test.each([
    ['runs collapse to one space', '<p>one  two\n\t three</p>', 'one two three'],
    ['edges of a block are trimmed', '<p>  one </p>', 'one'],
    ['a run that inline elements share is one space', '<p>one <b> two</b></p>', 'one two'],
    ['inline elements do not part a word', '<p><b>U</b>kraine <i>to</i>day</p>', 'Ukraine today'],
    ['comments do not part a word', '<p>Ukra<!-- no -->ine</p>', 'Ukraine'],
    ['a no-break space stays as it is', '<p>28\u00a0points</p>', '28\u00a0points'],
    ['a br is a newline without spaces around it', '<p>one <br> two</p>', 'one\ntwo'],
    ['a br at the edge of a block is nothing', '<p><br>one<br></p>', 'one'],
    ['blocks are parted by one newline', '<p>one</p>\n\n<p>two</p>', 'one\ntwo'],
    ['text around a block is blocks of its own', '<div>one<p>two</p>three</div>', 'one\ntwo\nthree'],
    [
      'cells and items are blocks',
      '<table><tr><td>one<td>two</table><ul><li>three<li>four</ul>',
      'one\ntwo\nthree\nfour',
    ],
    ['a block of white space is no block', '<p>one</p><p>&nbsp;</p><p>two</p>', 'one\ntwo'],
    ['a custom element in a sentence runs on', '<p>one<x-name>two</x-name></p>', 'onetwo'],
    ['custom elements outside a sentence are boxes', '<x-box>one</x-box><x-box>two</x-box>', 'one\ntwo'],
    [
      'a footnote mark is not the last letter of a name',
      '<p>Kyiv<sup><a href="#n1">1</a></sup> fell</p>',
      'Kyiv fell',
    ],
    ['ruby over a word does not part it', '<p><ruby>東京<rt>とうきょう</rt></ruby>都</p>', '東京都'],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text);
  });
});

describe('what nobody reads as the article is left out', () => {
  test.each([
    ['script and style', '<script>var a</script><style>p{}</style>'],
    [
      'noscript, which is elements here and text in a browser',
      '<noscript><p>Turn on scripts to read this.</p></noscript>',
    ],
    [
      'templates, drawings, frames and formulas',
      '<template><p>x</p></template><svg><text>x</text></svg><iframe>x</iframe><math><mi>x</mi></math>',
    ],
    ['controls', '<button>Save</button><select><option>x</option></select><textarea>x</textarea>'],
    ['code', '<pre>let x</pre><p><code>x</code></p>'],
    ['what has the hidden attribute', `<p hidden>${second}</p>`],
    [
      'what is hidden by its own style',
      `<p style="color:red; DISPLAY : none">${second}</p><p style="visibility:hidden">${second}</p>`,
    ],
    ['what assistive technology shall not read', `<p aria-hidden="true">${second}</p>`],
    ['what only screen readers read', '<p><span class="sr-only">Opens in a new window</span></p>'],
    [
      'editors',
      `<div contenteditable>${second}</div><div contenteditable="true"><p>${second}</p></div><div role="textbox">${second}</div>`,
    ],
    [
      'what an editor sets apart inside itself',
      `<div contenteditable="plaintext-only"><p contenteditable="false">${second}</p></div>`,
    ],
    ['menus', '<nav><p>World. Politics, and more of it.</p></nav><ul role="menu"><li>World</ul>'],
    [
      'lists of links',
      '<ul><li><a href="/a">The first story of the day</a><li><a href="/b">The second story</a></ul>',
    ],
    [
      'a heading and the list of links under it',
      '<section><h3>More on this</h3><ul><li><a href="/a">The first story of the day</a></ul></section>',
    ],
    ['comments', `<section class="comments"><p>${second} ${second} ${second}</p><p>${second}</p></section>`],
    ['comments with schema hints', `<div itemprop="comment"><p>${second} ${second}</p></div>`],
    ['a cookie banner', `<div id="cookie-banner"><p>${second}</p></div>`],
    [
      'a newsletter box',
      `<div class="newsletter-signup"><p>Get the news each morning, in your inbox.</p></div>`,
    ],
    ['share bars', '<div class="shareBar"><span>Share this story, please.</span></div>'],
    [
      'asides and footers',
      '<aside><p>A box about something else, for once.</p></aside><footer><p>All rights reserved, of course.</p></footer>',
    ],
    [
      'bylines and times',
      '<p class="byline">By A. Reporter, in the capital</p><p><time>23 November 2025</time></p>',
    ],
    ['labels beside paragraphs', '<div>Advertisement</div>'],
    [
      'posts of other sites that their scripts replace',
      `<blockquote class="twitter-tweet"><p>${second}</p></blockquote>`,
    ],
  ])('%s', (_, html) => {
    const text = `<article><h1>Envoys meet</h1><p>${sentence}</p><p>${sentence}</p>${html}<p>${sentence}</p></article>`;
    expect(read(text).text).toBe(`Envoys meet\n${sentence}\n${sentence}\n${sentence}`);
  });
});

describe('what a reader reads as the article is kept', () => {
  test.each([
    [
      'captions, without the credit beside them',
      '<figure><img><div>Agency</div><figcaption>The two in May.</figcaption></figure>',
      'The two in May.',
    ],
    [
      'a paragraph that is mostly a link',
      `<div><p>It said: <a href="/a">${second}</a></p></div>`,
      `It said: ${second}`,
    ],
    [
      'headings that link to their own section',
      `<h2><a href="#now">What now</a></h2><p>${second}</p>`,
      `What now\n${second}`,
    ],
    ['lists', '<ul><li>Territory<li>Guarantees</ul>', 'Territory\nGuarantees'],
    [
      'tables',
      '<table><tr><th>Country<th>Points<tr><td>Ukraine<td>19</table>',
      'Country\nPoints\nUkraine\n19',
    ],
    ['quotations', '<blockquote>We are close.</blockquote>', 'We are close.'],
    [
      'what a disclosure widget holds',
      '<details><summary>Who is who</summary><p>A list of names.</p></details>',
      'Who is who\nA list of names.',
    ],
  ])('%s', (_, html, expected) => {
    const text = `<article><h1>Envoys meet</h1><p>${sentence}</p><p>${sentence}</p>${html}<p>${sentence}</p></article>`;
    expect(read(text).text).toBe(`Envoys meet\n${sentence}\n${sentence}\n${expected}\n${sentence}`);
  });
});

test('a layout that is named after its sidebar is still read', () => {
  const part = `<div class="sidebar-grid__column"><p>${sentence}</p><p>${second}</p></div>`;
  const { text } = read(
    `<main>${part}<div class="sidebar"><p>A box about something else, for once.</p></div>${part}</main>`,
  );
  expect(text).toBe(`${sentence}\n${second}\n${sentence}\n${second}`);
});

test('blocks have offsets, elements and say which are headings', () => {
  const document = parseHtml(`<article><h1>Envoys  meet</h1><p>${sentence}</p></article>`);
  const { blocks, title } = collectText(findArticle(document));
  expect(title).toBe('Envoys meet');
  expect(blocks).toEqual([
    { start: 0, end: 11, element: document.querySelector('h1'), isHeading: true },
    { start: 12, end: 12 + sentence.length, element: document.querySelector('p'), isHeading: false },
  ]);
});

describe('shadow trees', () => {
  function attach(host: Element | null, html: string): void {
    const root = host?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = html;
  }

  test('are read where their host stands, with slotted children in their slots', () => {
    const document = parseHtml(
      `<article><h1>Envoys meet</h1><x-lead><p slot="last">${second}</p>Between, and not in a slot.</x-lead></article>`,
    );
    attach(
      document.querySelector('x-lead'),
      `<p>${sentence}</p><slot name="first"><p>Nothing came first.</p></slot><slot name="last"></slot>`,
    );
    expect(collectText(findArticle(document)).text).toBe(
      `Envoys meet\n${sentence}\nNothing came first.\n${second}`,
    );
  });

  test('may hold the article itself', () => {
    const document = parseHtml(`<x-page>A child that is not shown, in no slot.</x-page>`);
    attach(
      document.querySelector('x-page'),
      `<nav>World</nav><article><h1>Envoys meet</h1><p>${sentence}</p><slot></slot></article>`,
    );
    expect(collectText(findArticle(document)).text).toBe(
      `Envoys meet\n${sentence}\nA child that is not shown, in no slot.`,
    );
  });

  test('that are declared in the HTML are read in a parser that does not know them', () => {
    const { text } = read(
      `<article><h1>Envoys meet</h1><x-lead><template shadowrootmode="open"><p>${sentence}</p><slot></slot></template><p>${second}</p></x-lead></article>`,
    );
    expect(text).toBe(`Envoys meet\n${sentence}\n${second}`);
  });
});

describe('hostile pages', () => {
  test('a form whose controls hide its properties is read all the same', () => {
    const names = [
      'childNodes',
      'firstChild',
      'parentNode',
      'nextSibling',
      'attributes',
      'localName',
      'nodeType',
      'getAttribute',
      'shadowRoot',
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    const images = ['body', 'documentElement', 'designMode', 'getElementsByTagName'].map(
      (name) => `<img name="${name}">`,
    );
    const { text } = read(`<form>${inputs}${images.join('')}<h1>Envoys meet</h1><p>${sentence}</p></form>`);
    expect(text).toBe(`Envoys meet\n${sentence}`);
  });

  test('two thousand elements inside each other are no deeper than one', () => {
    const document = parseHtml(`<main>${'<div>'.repeat(2_000)}${sentence}`);
    expect(collectText(findArticle(document)).text).toBe(sentence);
  });

  test('a text without end is cut at the cap, between characters', () => {
    const document = parseHtml('<p>a</p><p></p>');
    document.querySelector('p:last-child')?.append('😀'.repeat(600_000));
    const { text, isTruncated, blocks } = collectText(findArticle(document));
    expect({ length: text.length, isTruncated, end: blocks.at(-1)?.end, last: text.slice(-2) }).toEqual({
      length: maxTextLength,
      isTruncated: true,
      end: maxTextLength,
      last: '😀',
    });
  });
});

describe('elements that the page adds later', () => {
  function setUp() {
    const document = parseHtml(
      `<nav></nav><main><h1>Envoys meet</h1><div id="feed"><p>${sentence}</p><p>${sentence}</p></div><div class="related"></div></main>`,
    );
    const article = findArticle(document);
    const add = (parent: string, html: string): Element[] => {
      const target = document.querySelector(parent);
      const before = target?.childElementCount ?? 0;
      target?.insertAdjacentHTML('beforeend', html);
      return [...(target?.children ?? [])].slice(before);
    };
    return { document, article, add };
  }

  test.each([
    [
      'an entry in the article',
      '#feed',
      `<div class="entry"><h2>10:40</h2><p>${second}</p><div>Share</div></div>`,
      `10:40\n${second}`,
    ],
    [
      'a list of links in the article',
      '#feed',
      '<ul><li><a href="/a">The first story of the day</a></ul>',
      '',
    ],
    ['a comment in the article', '#feed', `<div class="comments"><p>${second}</p></div>`, ''],
    ['an editor in the article', '#feed', `<div contenteditable="true"><p>${second}</p></div>`, ''],
    ['a paragraph in a part that is not read', '.related', `<p>${second}</p>`, ''],
    ['a paragraph outside the article', 'nav', `<p>${second}</p>`, ''],
  ])('%s', (_, parent, html, expected) => {
    const { article, add } = setUp();
    expect(collectAddedText(add(parent, html), article).text).toBe(expected);
  });

  test('give their text once when one is inside another, and none when it is gone', () => {
    const { document, article, add } = setUp();
    const [entry] = add('#feed', `<div><p>${second}</p></div>`);
    const paragraph = entry?.querySelector('p');
    const added = entry && paragraph ? [paragraph, entry, entry] : [];
    expect(collectAddedText(added, article).text).toBe(second);
    expect(collectAddedText([document.createElement('p')], article).text).toBe('');
  });

  test('are judged by the page as it has become when there was no text yet at first', () => {
    const document = parseHtml('<article><h1>The talks</h1></article>');
    const article = findArticle(document);
    expect(collectText(article).text).toBe('The talks');
    const body = document.createElement('div');
    body.innerHTML = `${`<p>${sentence} ${second}</p>`.repeat(8)}<div>Share</div>`;
    article.roots[0]?.append(body);
    expect(collectAddedText([body], article).text).not.toContain('Share');
  });
});
