import type { Span } from '../model/link.ts';
import type { Surroundings } from './is-part-of-longer-name.ts';
import { isSentenceStart } from './neighbours.ts';

/** What companies put behind their names in many countries, as one writes it with a capital or without. */
const companyForm =
  /^,? (?:Inc|Incorporated|Corp|Co|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|SE|KGaA|N\.V|NV|S\.A|SA|S\.p\.A|SpA|AB|ASA|Oyj)(?![\p{L}\p{N}])\.?/u;
const article = 'The ';

/**
 * A body's name with the words that belong to it and that packs leave out: "Inc." behind it, and "The" before it where the
 * text writes that with a capital within a sentence.
 */
export function wholeBodyName({ start, end }: Span, { text, textCase }: Surroundings): Span {
  const form = companyForm.exec(text.slice(end, end + 20))?.[0] ?? '';
  const hasArticle =
    text.startsWith(article, start - article.length) &&
    !isSentenceStart(text, start - article.length) &&
    textCase.lineCase(start) === 'sentence';
  return { start: hasArticle ? start - article.length : start, end: end + form.length };
}
