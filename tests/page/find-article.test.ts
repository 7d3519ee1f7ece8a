import { describe, expect, test } from 'vitest';
import { collectText } from '../../src/page/collect-text.ts';
import { findArticle } from '../../src/page/find-article.ts';
import { parseHtml } from './parse-html.ts';

const sentence = 'The envoys met in the capital on Monday, and they talked for six hours about the draft.';
const second = 'Nobody who was there would say what the delegations had agreed on, or whether they had.';
const paragraphs = `<p>${sentence}</p><p>${second}</p><p>${sentence}</p>`;
const body = `${sentence}\n${second}\n${sentence}`;

const read = (html: string) => collectText(findArticle(parseHtml(html)));

describe('the article is found by where the prose is', () => {
  test.each([
    ['an empty document', '', ''],
    ['a frameset', '<frameset><frame src="a.html"></frameset>', ''],
    ['a body that is only text', 'Talks in Geneva', 'Talks in Geneva'],
    ['a small file of paragraphs', `<h1>Envoys meet</h1>${paragraphs}`, `Envoys meet\n${body}`],
    [
      'a small file whose text is in divs',
      '<div>Talks in Geneva</div><div>A draft</div>',
      'Talks in Geneva\nA draft',
    ],
    [
      'a page with a menu, a sidebar and a footer',
      `<header><ul><li><a href="/w">World</a></ul></header><div><h1>Envoys meet</h1><div>${paragraphs}</div></div>
       <div class="sidebar"><p>${second}</p></div><footer><p>${second}</p></footer>`,
      `Envoys meet\n${body}`,
    ],
    [
      'headline, standfirst and lead caption outside the body',
      `<main><div><div>Kicker</div><h1>Envoys meet</h1><p>What they want.</p></div><figure><figcaption>In Geneva.</figcaption></figure>
       <div class="share">Share</div><div>${paragraphs}</div></main>`,
      `Envoys meet\nWhat they want.\nIn Geneva.\n${body}`,
    ],
    [
      'an article that advertisements split',
      `<article><h1>Envoys meet</h1><div class="story-body">${paragraphs}</div><div class="ad">Buy this now.</div>
       <div class="story-body"><p>${second}</p></div></article>`,
      `Envoys meet\n${body}\n${second}`,
    ],
    [
      'an article with paragraphs parted by br',
      `<div><h1>Envoys meet</h1><div>${sentence}<br><br>${second}</div></div><ul><li><a href="/">Home</a></ul>`,
      `Envoys meet\n${sentence}\n\n${second}`,
    ],
    [
      'an article in a form around the whole page',
      `<form><div><a href="/">Home</a></div><h1>Envoys meet</h1><div>${paragraphs}</div></form>`,
      `Envoys meet\n${body}`,
    ],
    [
      'a page under a table layout',
      `<table><tr><td><a href="/">Home</a> <a href="/w">World</a></td><td><h1>Envoys meet</h1>${paragraphs}</td></tr></table>`,
      `Envoys meet\n${body}`,
    ],
    [
      'a live blog, entries with times and short texts',
      `<main><h1>Talks live</h1><section><article><time>10:40</time><h2><a href="#a">Talks begin</a></h2><p>${sentence}</p></article>
       <article><time>11:05</time><h2><a href="#b">A pause</a></h2><p>They pause.</p></article>
       <article><time>12:00</time><p>${second}</p></article></section></main>`,
      `Talks live\nTalks begin\n${sentence}\nA pause\nThey pause.\n${second}`,
    ],
    [
      'a story in a dialog above the front page, whose cookie dialog is left alone',
      `<main><p>A front page.</p></main><div role="dialog"><h2>Cookies</h2><p>${second}</p></div>
       <dialog open><article><h1>Envoys meet</h1>${paragraphs}</article></dialog>
       <dialog><article><h1>Another</h1><p>${second}</p></article></dialog>`,
      `Envoys meet\n${body}`,
    ],
    [
      'an article with pointers to other stories between its paragraphs',
      `<article><h1>Envoys meet</h1>${paragraphs}<p><strong>Read more:</strong> <a href="/b">Another story about the talks in Geneva</a></p>
       <p>Weiterlesen: <a href="/c">Eine andere Geschichte</a></p><p>The draft: <a href="/d">28 points</a> that nobody wants.</p>
       <p>The <a href="/e">Harbour Post</a> reported:</p></article>`,
      `Envoys meet\n${body}\nThe draft: 28 points that nobody wants.\nThe Harbour Post reported:`,
    ],
    [
      'an article longer than its many comments',
      `<div><h1>Envoys meet</h1><div>${paragraphs}</div></div><div id="comments">${`<p>${second}</p>`.repeat(40)}</div>`,
      `Envoys meet\n${body}`,
    ],
  ])('%s', (_, html, text) => {
    expect(read(html).text).toBe(text);
  });
});

describe('the title is the headline that the reader sees', () => {
  test.each([
    ['the main heading', `<h1>Envoys meet</h1>${paragraphs}`, 'Envoys meet'],
    [
      'not the name of the site',
      `<h1><a href="/">Daily</a></h1><h1>Envoys meet</h1>${paragraphs}`,
      'Envoys meet',
    ],
    [
      'the heading that the metadata names, whatever its level',
      `<meta property="og:title" content="Envoys meet in Geneva"><h1>World news today</h1><h2>Envoys meet in Geneva</h2>${paragraphs}`,
      'Envoys meet in Geneva',
    ],
    [
      'the headline of the linked data',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys meet in Geneva"}</script>
       <h1>Our live coverage</h1><article><h2>Envoys meet in Geneva</h2>${paragraphs}</article>`,
      'Envoys meet in Geneva',
    ],
    ['none on a page without headings', paragraphs, null],
  ])('%s', (_, html, title) => {
    expect(read(html).title).toBe(title);
  });
});

test('roots are in document order and none is inside another', () => {
  const document = parseHtml(
    `<main><header><h1>Envoys meet</h1><p id="standfirst">What they want.</p></header><div id="body">${paragraphs}</div></main>`,
  );
  const { title, roots } = findArticle(document);
  expect([title?.localName, ...roots.map(({ id }) => id)]).toEqual(['h1', 'standfirst', 'body']);
});

describe('the language is what the page declares', () => {
  test.each([
    ['<html lang="en">', 'en'],
    ['<html lang="EN_gb">', 'en-gb'],
    ['<html lang="pt-BR">', 'pt-BR'],
    ['<html lang=""><meta property="og:locale" content="uk_UA">', 'uk-UA'],
    ['<meta http-equiv="Content-Language" content="fr, en">', 'fr'],
    ['<script type="application/ld+json">{"@type":"Article","inLanguage":"pl"}</script>', 'pl'],
    ['<html lang="not a language!"><meta property="og:locale" content="de_DE">', 'de-DE'],
    ['<p>Bonjour</p>', null],
  ])('%s', (html, language) => {
    expect(findArticle(parseHtml(html)).language).toBe(language);
  });
});

test('the document is the same before and after', () => {
  const document = parseHtml(`<h1>Envoys meet</h1>${paragraphs}<div hidden>x</div>`);
  const before = document.documentElement.outerHTML;
  collectText(findArticle(document));
  expect(document.documentElement.outerHTML).toBe(before);
});
