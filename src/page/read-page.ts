import type { EdtfDate } from '../model/edtf-date.ts';
import type { Language } from '../model/record.ts';
import { articleDate } from './article-date.ts';
import { type CollectedText, collectText } from './collect-text.ts';
import { type Article, findArticle } from './find-article.ts';
import { readJsonLd } from './read-json-ld.ts';

export interface Page {
  readonly title: string | null;
  /** Null when the page gives no date; `reason` says where it gives it, in words for the reader. */
  readonly published: { readonly date: EdtfDate; readonly reason: string } | null;
  readonly language: Language | null;
  readonly article: Article;
  readonly collected: CollectedText;
}

/**
 * Everything read from a page; the same in a browser and in Node. `url` is the page's address when it is
 * known.
 */
export function readPage(document: Document, url: string | null): Page {
  const data = readJsonLd(document);
  const article = findArticle(document, data);
  const collected = collectText(article);
  return {
    title: collected.title,
    published: articleDate(document, url, { article, data }),
    language: article.language,
    article,
    collected,
  };
}
