import type { Mention, Span } from '../model/link.ts';
import type { Language } from '../model/record.ts';
import { type Office, type OfficeWords, offices, officeWords } from './languages/office-words.ts';

/** The office that a text gives somebody right before the name. */
export interface StatedOffice {
  readonly office: Office;
  /** `elect` is won and not taken up, `former` is left, `held` is said without more. */
  readonly state: 'held' | 'elect' | 'former';
  /** The words as the text has them: "President-elect". */
  readonly quote: string;
}

/** Longest stretch before a name that is read, in UTF-16 units. */
const reach = 100;
/** Stands for a name of the packs: a country between an office and its holder. */
const nameSign = '\uFFFC';

/**
 * The office stated right before a span, where the words leave no doubt: only names of the packs ("President of Ukraine …")
 * may stand between. Null where there is none, where the text speaks of another time ("then foreign minister"), and in
 * languages whose words are not known.
 */
export function officeBeside(
  text: string,
  span: Span,
  { mentions, language }: { mentions: readonly Mention[]; language: Language | null },
): StatedOffice | null {
  const primary = language?.split('-')[0] ?? '';
  const patterns = patternsOf(primary);
  if (!patterns) return null;
  const from = Math.max(0, span.start - reach);
  const clause = withoutNames(text, { start: from, end: span.start }, mentions);
  patterns.any.lastIndex = clause.length;
  if (!patterns.any.test(clause)) return null;
  for (const { office, pattern } of patterns.each) {
    const match = pattern.exec(clause);
    if (!match?.groups) continue;
    const { unclear, former, before, after, words = '' } = match.groups;
    if (unclear) return null;
    const state = former ? 'former' : before || after ? 'elect' : 'held';
    const start = from + match.index + (match[0].length - words.length);
    return { office, state, quote: text.slice(start, span.start).replace(/[\s,]+$/u, '') };
  }
  return null;
}

interface OfficePattern {
  readonly office: Office;
  readonly pattern: RegExp;
}

interface OfficePatterns {
  readonly each: readonly OfficePattern[];
  /** What all of them end with, read backwards from there: most names have no office before them. */
  readonly any: RegExp;
}

const compiled = new Map<string, OfficePatterns>();

function patternsOf(language: string): OfficePatterns | null {
  const words = officeWords[language];
  if (!words) return null;
  let patterns = compiled.get(language);
  if (!patterns) {
    const anyOffice = offices.map((office) => words.offices[office]).join('|');
    patterns = {
      each: offices.map((office) => ({ office, pattern: compile(words, office) })),
      any: new RegExp(`(?<=(?:${anyOffice})${afterOffice(words)}[ ]${betweenNames})`, 'iuy'),
    };
    compiled.set(language, patterns);
  }
  return patterns;
}

const betweenNames = `(?:(?:${nameSign}|of|de|du|der|des|la|l['’]|d['’]|the)[ -]*)*`;

const afterOffice = ({ electAfter }: OfficeWords): string =>
  electAfter ? `(?:[ -](?<after>${electAfter}))?` : '(?<after>(?!))?';

/** Everything is anchored to the end of the clause, which is where the name begins. */
function compile(words: OfficeWords, office: Office): RegExp {
  const { offices: named, former, electBefore, unclear } = words;
  const names = betweenNames;
  const beforeElect = electBefore ? `(?:(?<before>${electBefore})[ -]*${names})?` : '(?<before>(?!))?';
  const afterElect = afterOffice(words);
  const source =
    `(?<!\\p{L})(?:(?<unclear>${unclear})[ -]*${names})?` +
    `(?<words>(?:(?<former>${former})[ -]*${names})?${beforeElect}(?:${named[office]})${afterElect}[ ]${names})$`;
  return new RegExp(source, 'iu');
}

/** The text of a span with a sign in place of every name that lies in it. */
function withoutNames(text: string, { start, end }: Span, mentions: readonly Mention[]): string {
  let clause = '';
  let at = start;
  for (const mention of mentionsIn(mentions, { start, end })) {
    if (mention.start < at) continue;
    // As long as the name, so that offsets stay true.
    clause += text.slice(at, mention.start) + nameSign.repeat(mention.end - mention.start);
    at = mention.end;
  }
  return clause + text.slice(at, end);
}

function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let index = low; index < mentions.length; index++) {
    const mention = mentions[index];
    if (!mention || mention.end > end) break;
    found.push(mention);
  }
  return found;
}
