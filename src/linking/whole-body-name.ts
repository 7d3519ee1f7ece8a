import type { Span } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import { isSentenceStart } from './neighbours.ts';

/** What companies put behind their names in many countries, as one writes it with a capital or without. */
const companyForm =
  /^,? (?:Inc|Incorporated|Corp|Co|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|SE|KGaA|N\.V|NV|S\.A|SA|S\.p\.A|SpA|AB|ASA|Oyj)(?![\p{L}\p{N}])\.?/u;
const article = 'The ';

/**
 * A body's name with the words that belong to it and that packs leave out: "Inc." behind it, and "The" before it where the
 * text writes that with a capital within a sentence. At the start of one the article says nothing: it is left out there where
 * the record has the name without it too.
 */
export function wholeBodyName(
  { start, end }: Span,
  record: PackRecord,
  { text, textCase }: Surroundings,
): Span {
  const form = companyForm.exec(text.slice(end, end + 20))?.[0] ?? '';
  // `startsWith` takes a place before the text for its start.
  const hasArticle =
    start >= article.length &&
    text.startsWith(article, start - article.length) &&
    !isSentenceStart(text, start - article.length) &&
    textCase.lineCase(start) === 'sentence';
  if (hasArticle) return { start: start - article.length, end: end + form.length };
  return {
    start: hasSentenceArticle({ start, end }, record, text) ? start + article.length : start,
    end: end + form.length,
  };
}

function hasSentenceArticle({ start, end }: Span, { surfaceForms }: PackRecord, text: string): boolean {
  if (!text.startsWith(article, start) || !isSentenceStart(text, start)) return false;
  const rest = text.slice(start + article.length, end);
  return surfaceForms.some((form) => form.text === rest && form.type === 'name' && form.weak !== true);
}
