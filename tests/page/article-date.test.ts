import { describe, expect, test } from 'vitest';
import { articleDate } from '../../src/page/article-date.ts';
import { parseHtml } from './parse-html.ts';

const prose =
  '<p>The envoys met in the capital on Monday, and they talked for six hours about the draft.</p>'.repeat(3);
const linked = (json: string) => `<script type="application/ld+json">${json}</script>`;
const dateOf = (html: string, url: string | null = null) => articleDate(parseHtml(html), url)?.date ?? null;

describe('linked data', () => {
  test.each([
    ['an article', '{"@type":"NewsArticle","datePublished":"2025-11-23T10:00:00Z"}', '2025-11-23'],
    [
      'the day that is written, in the publisher’s own time zone',
      '{"@type":"NewsArticle","datePublished":"2025-11-23T23:30:00-05:00"}',
      '2025-11-23',
    ],
    ['a live blog', '{"@type":"LiveBlogPosting","datePublished":"2025-11-23"}', '2025-11-23'],
    [
      'types in a list, with a vocabulary',
      '{"@type":["Thing","http://schema.org/Report"],"datePublished":"2025-11-23"}',
      '2025-11-23',
    ],
    [
      'inside @graph',
      '{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2025-11-23"}]}',
      '2025-11-23',
    ],
    [
      'inside an array',
      '[{"@type":"Organization"},{"@type":"Article","datePublished":"2025-11-23"}]',
      '2025-11-23',
    ],
    [
      'the article rather than the page it is on',
      '{"@type":"WebPage","datePublished":"2019-01-01","mainEntity":{"@type":"Article","datePublished":"2025-11-23"}}',
      '2025-11-23',
    ],
    ['the page when it is all there is', '{"@type":"WebPage","datePublished":"2025-11-23"}', '2025-11-23'],
    [
      'the article with this headline, of several',
      '[{"@type":"Article","headline":"Other","datePublished":"2019-01-01"},{"@type":"Article","headline":"Envoys meet","datePublished":"2025-11-23"}]',
      '2025-11-23',
    ],
    ['a month when no day is known', '{"@type":"Article","datePublished":"2025-11"}', '2025-11'],
    ['a date in words', '{"@type":"Article","datePublished":"Sun, 23 Nov 2025 10:00:00 GMT"}', '2025-11-23'],
    [
      'not articles in lists',
      '{"@type":"ItemList","itemListElement":[{"@type":"Article","datePublished":"2019-01-01"}]}',
      null,
    ],
    ['not a day that does not exist', '{"@type":"Article","datePublished":"2025-02-30"}', null],
    ['not a placeholder', '{"@type":"Article","datePublished":"0001-01-01T00:00:00"}', null],
    [
      'with a comma too many and a newline in a string',
      '{"@type":"Article","headline":"a\nb","datePublished":"2025-11-23",}',
      '2025-11-23',
    ],
    [
      'in JSON that cannot be repaired',
      '{"@type":"Article","headline":"a "b" c","datePublished":"2025-11-23"',
      '2025-11-23',
    ],
    ['values that are no text', '{"@type":"Article","datePublished":{"@value":7}}', null],
  ])('%s', (_, json, date) => {
    expect(dateOf(`${linked(json)}<h1>Envoys meet</h1>${prose}`)).toBe(date);
  });
});

describe('other places, in the order in which they are trusted', () => {
  test.each([
    [
      'linked data before metadata',
      `${linked('{"@type":"Article","datePublished":"2025-11-23"}')}<meta property="article:published_time" content="2024-01-01">`,
      '2025-11-23',
      'the publication date in the page’s data for search engines',
    ],
    [
      'Open Graph before other metadata',
      '<meta name="date" content="2024-01-01"><meta property="article:published_time" content="2025-11-23T08:00:00+02:00">',
      '2025-11-23',
      'the publication date in the page’s metadata',
    ],
    [
      'other metadata',
      '<meta name="DC.date.issued" content="20251123">',
      '2025-11-23',
      'the publication date in the page’s metadata',
    ],
    [
      'never the time of a change',
      '<meta property="article:modified_time" content="2025-11-23">',
      '2025-10-01',
      'the date in the page’s address',
    ],
    [
      'the time beside the headline, before the printed date',
      `<article><h1>Envoys meet</h1><p>1 November 2025</p><time datetime="2025-11-23T08:00">Sunday</time>${prose}</article>`,
      '2025-11-23',
      'the time given beside the headline',
    ],
    [
      'not the time of a related story',
      `<article><h1>Envoys meet</h1>${prose}</article><div><time datetime="2025-11-23">Sunday</time></div>`,
      '2025-10-01',
      'the date in the page’s address',
    ],
    [
      'the date in the byline',
      `<article><h1>Envoys meet</h1><p class="byline">By A. Reporter | Nov. 23, 2025, 9:40 a.m.</p>${prose}</article>`,
      '2025-11-23',
      'the date printed beside the headline',
    ],
    [
      'not a date in the text',
      `<article><h1>Envoys meet</h1>${prose}<p>Since 24 February 2022 there have been many such talks, all of them in vain.</p></article>`,
      '2025-10-01',
      'the date in the page’s address',
    ],
    ['the address when there is nothing else', '', '2025-10-01', 'the date in the page’s address'],
  ])('%s', (_, html, date, reason) => {
    const body = html.includes('<article>') ? '' : `<h1>Envoys meet</h1>${prose}`;
    const document = parseHtml(html + body);
    expect(articleDate(document, 'https://news.example/2025/10/01/envoys')).toEqual({ date, reason });
  });

  test('an explainer that shows its last update, years after its first publication, speaks of that day', () => {
    const page = (modified: string, shown: string) =>
      `${linked(`{"@type":"Article","datePublished":"2012-05-10","dateModified":"${modified}"}`)}
       <article><h1>Envoys meet</h1><time datetime="${shown}">Today</time>${prose}</article>`;
    expect(dateOf(page('2025-11-23T10:00Z', '2025-11-23T10:00Z'))).toBe('2025-11-23');
    expect(dateOf(page('2025-11-23T10:00Z', '2012-05-10'))).toBe('2012-05-10');
    expect(dateOf(page('2012-06-10T10:00Z', '2012-06-10T10:00Z'))).toBe('2012-05-10');
  });
});

describe('printed dates', () => {
  test.each([
    ['23 November 2025', '2025-11-23'],
    ['Sunday 23rd of November 2025', '2025-11-23'],
    ['November 23, 2025', '2025-11-23'],
    ['Updated Sept. 3, 2025 at 4 p.m.', '2025-09-03'],
    ['Stand: 1. März 2025, 10:40 Uhr', '2025-03-01'],
    ['Publié le 1er août 2025', '2025-08-01'],
    ['14 févr. 2025', '2025-02-14'],
    ['23 de noviembre de 2025', '2025-11-23'],
    ['7 gennaio 2025', '2025-01-07'],
    ['23 listopada 2025', '2025-11-23'],
    ['5 lipca 2025 r.', '2025-07-05'],
    ['23 листопада 2025, 10:40', '2025-11-23'],
    ['5 липня 2025', '2025-07-05'],
    ['9 мая 2025', '2025-05-09'],
    ['23 ноября 2025 года', '2025-11-23'],
    ['2025年11月23日', '2025-11-23'],
    ['23.11.2025', '2025-11-23'],
    ['3.4.2025', '2025-04-03'],
    ['23/11/2025', '2025-11-23'],
    ['11/23/2025', '2025-11-23'],
    ['3/4/2025', null],
    ['31 November 2025', null],
    ['23 Novices 2', null],
    ['12 people 2025', null],
  ])('%s', (line, date) => {
    expect(dateOf(`<article><h1>Envoys meet</h1><div>${line}</div>${prose}</article>`)).toBe(date);
  });
});

test('a saved page is dated by the address it gives itself', () => {
  const canonical = '<link rel="canonical" href="https://news.example/2025/11/23/envoys">';
  expect(dateOf(`${canonical}<h1>Envoys meet</h1>${prose}`)).toBe('2025-11-23');
  expect(dateOf(`${canonical}<h1>Envoys meet</h1>${prose}`, 'https://archive.example/2026-01-01/')).toBe(
    '2025-11-23',
  );
});

describe('addresses', () => {
  test.each([
    ['https://news.example/2025/11/23/envoys', '2025-11-23'],
    ['https://news.example/world/2025-11-23-envoys.html', '2025-11-23'],
    ['https://news.example/20251123/envoys', '2025-11-23'],
    ['https://news.example/dmf20251123_96887132', '2025-11-23'],
    ['https://news.example/2025/11/envoys', '2025-11'],
    ['https://news.example/2025/13/45/envoys', null],
    ['https://news.example/article/6189520251123441', null],
    ['https://news.example/envoys?since=2025-11-23', null],
    [null, null],
  ])('%s', (url, date) => {
    expect(dateOf(`<h1>Envoys meet</h1>${prose}`, url)).toBe(date);
  });
});
