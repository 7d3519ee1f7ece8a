/** When an article was published, from the place on the page that is most to be trusted. */

import { daysBetween, type EdtfDate, isEdtfDate } from '../model/edtf-date.ts';
import { type Article, findArticle } from './find-article.ts';
import { metaContents } from './meta-contents.ts';
import { parseWrittenDate, toDate } from './parse-written-date.ts';
import { readHeader } from './read-header.ts';
import { type LinkedData, type LinkedNode, readJsonLd, typesOf } from './read-json-ld.ts';
import { attributeOf, elementsByTag, textContentOf } from './read-node.ts';

export interface PublishedDate {
  readonly date: EdtfDate;
  /** Where the page gives it, for the reader: "the date in the byline". */
  readonly reason: string;
}

/** What `readPage` has read already. */
interface KnownPage {
  readonly article: Article;
  readonly data: LinkedData;
}

const articleType = /(?:Article|Posting|Report|Review)$/;
const pageType = /^(?:WebPage|ItemPage|VideoObject|CreativeWork|MediaObject)$/;

/** Names of metadata that publishers use for the first publication; dates of change are not among them. */
const metaNames = (
  'article:published_time og:article:published_time og:published_time article:published datepublished ' +
  'publication_date publication-date publish_date publish-date publishdate published_time published-date pubdate pub_date ' +
  'parsely-pub-date sailthru.date cxenseparse:recs:publishtime vr:published_time article_date_original ' +
  'dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created dc.date.created date.release date'
).split(' ');

/**
 * A page that shows its last update as its date, so long after its first publication, is an explainer that
 * was rewritten: its text speaks of the later day.
 */
const maxDaysUntilRewrite = 365;

/** What content systems write when they know no date. */
const placeholder = /^(?:0|1970-01-01|1900-01-01)/;

/**
 * The day on which the article was published, as the publisher's own clock had it; a month when no more is
 * known, and null when the page gives no date that exists.
 */
export function articleDate(document: Document, url: string | null, known?: KnownPage): PublishedDate | null {
  const data = known?.data ?? readJsonLd(document);
  const article = known?.article ?? findArticle(document, data);
  const { times, lines } = readHeader(article);
  const time = firstDate(times);
  const linked = dateOfNodes(data, article, 'datePublished') ?? dateOfBroken(data);
  const updated = linked && dateOfNodes(data, article, 'dateModified');
  if (updated && updated === time && daysBetween(linked, updated) > maxDaysUntilRewrite) {
    return {
      date: updated,
      reason: 'the last update shown beside the headline, over a year after it first appeared',
    };
  }
  if (linked) return { date: linked, reason: 'the publication date in the page’s data for search engines' };
  const meta = firstDate(metaContents(document, metaNames));
  if (meta) return { date: meta, reason: 'the publication date in the page’s metadata' };
  if (time) return { date: time, reason: 'the time given beside the headline' };
  const line = firstOf(lines, parseWrittenDate);
  if (line) return { date: line, reason: 'the date printed beside the headline' };
  const address = firstOf(addressesOf(document, url), dateInUrl);
  return address === null ? null : { date: address, reason: 'the date in the page’s address' };
}

/** Articles come before the page they are on; of several articles, the one with this headline. */
function dateOfNodes(
  { nodes }: LinkedData,
  { title }: Article,
  property: 'datePublished' | 'dateModified',
): EdtfDate | null {
  const headline = title && textContentOf(title)?.replace(/\s+/g, ' ').trim();
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const same = articles.filter((node) => headline !== null && node.headline === headline);
  const pages = nodes.filter((node) => typesOf(node).some((type) => pageType.test(type)));
  return firstOf([...same, ...articles, ...pages], (node) => dateOfNode(node, property));
}

function dateOfNode(node: LinkedNode, property: string): EdtfDate | null {
  const [value] = [node[property]].flat();
  return typeof value === 'string' ? parseMachineDate(value) : null;
}

/** A script that is not JSON still shows the date to whoever looks for it. */
function dateOfBroken({ broken }: LinkedData): EdtfDate | null {
  return firstDate(
    broken.flatMap((source) => /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(source)?.[1] ?? []),
  );
}

const firstDate = (values: readonly string[]): EdtfDate | null => firstOf(values, parseMachineDate);

function firstOf<T>(values: readonly T[], parse: (value: T) => EdtfDate | null): EdtfDate | null {
  for (const value of values) {
    const date = parse(value);
    if (date && !placeholder.test(date)) return date;
  }
  return null;
}

/** The calendar day that is written in a time stamp, whatever its offset from UTC. */
function parseMachineDate(value: string): EdtfDate | null {
  const text = value.trim();
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d{3})/.exec(text) ?? [];
  if (year) return toDate(year, month, day);
  return /^\d{4}-\d{2}$/.test(text) && isEdtfDate(text) ? text : parseWrittenDate(text);
}

/** What the page calls its address comes first: a saved page has no other. */
function addressesOf(document: Document, url: string | null): string[] {
  const canonical = elementsByTag(document, 'link').find((link) => attributeOf(link, 'rel') === 'canonical');
  const declared = [canonical && attributeOf(canonical, 'href'), ...metaContents(document, ['og:url']), url];
  return declared.filter((address) => typeof address === 'string');
}

/** `/2025/11/23/`, `2025-11-23` or `20251123` give a day, `/2025/11/` a month. */
function dateInUrl(url: string): EdtfDate | null {
  const path = url.replace(/[?#].*$/, '');
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path)?.toSpliced(2, 1) ??
    /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path) ??
    [];
  const date = toDate(year, month, day);
  if (date) return date;
  const [, yearOnly, monthOnly] = /\/((?:19|20)\d\d)\/(\d\d)\//.exec(path) ?? [];
  return yearOnly && isEdtfDate(`${yearOnly}-${monthOnly}`) ? `${yearOnly}-${monthOnly}` : null;
}
