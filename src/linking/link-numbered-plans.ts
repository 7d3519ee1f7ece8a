/** Plans named by a number: "Resolution 2803" for a record called "UN Security Council Resolution 2803", "Minsk-2". */

import type { Evidence, Link, Span, UnresolvedPlan } from '../model/link.ts';
import type { Language, PackedRecord } from '../model/record.ts';
import { planWeights, reason, score, scoreFloor } from './evidence.ts';
import { nounInAnyLanguage } from './languages/plan-words/all-plan-words.ts';
import { lastIndexBefore } from './last-before.ts';
import { makeLink } from './make-link.ts';
import { coherence, type PageKnowledge, relatedIds } from './page-evidence.ts';
import type { PageWords } from './page-words.ts';
import { isNotBefore } from './plan-facts.ts';
import { wordKinds } from './word-kinds.ts';

export interface NumberedPage {
  readonly text: string;
  readonly pageWords: PageWords;
  readonly language: Language | null;
  readonly knowledge: PageKnowledge;
  readonly plans: readonly PackedRecord[];
  /** Links and other plan references, in text order: nothing is found inside them. */
  readonly taken: readonly Span[];
  /** Unknown resolutions are worth a word only where the page speaks of a plan. */
  readonly hasPlan: boolean;
}

export interface NumberedPlans {
  readonly links: readonly Link[];
  readonly unresolvedPlans: readonly UnresolvedPlan[];
}

const numberAfterWord = /(?<=\p{L}[ \u00a0-]|№ ?|[Nn][o°]\.? )(?:\d{1,4}|[IVX]{1,5})(?![\p{L}\d]|[.,:-]\d)/uy;
const wordBefore = /(\p{L}[\p{L}’']*)[ \u00a0-]?(?:(?:№|[Nn][o°]\.?) ?)?$/u;
const article = /^(?:article|artikels?|artículo|articolo|artigo|artykuł\p{L}*|стать?т?\p{L}{1,3})$/u;
const phase = /^(?:phase|fase|faz[aęyą]|фаз[аиуыіе])$/u;
/** A council or an assembly, some words before its resolution: those of such bodies are known by number. */
const council =
  /(?:Council|Assembly|Conseil|Consejo|rate?s?|Rad\p{L}|Рад\p{L}|Совет\p{L}*|[Рр]адбез\p{L}*|[Сс]овбез\p{L}*|UN|ONU|ООН|ONZ)(?: \p{L}+){0,2}[’'s]{0,2}[ -]$/u;
const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Links by number and the resolutions that no pack knows, in text order. Linear: each number is read with one word. */
export function linkNumberedPlans(page: NumberedPage): NumberedPlans {
  const { text, pageWords, knowledge, taken, language } = page;
  const byNumber = namesByNumber(page.plans);
  const links: Link[] = [];
  const unresolvedPlans: UnresolvedPlan[] = [];
  for (const offset of pageWords.placesOf(wordKinds.number)) {
    // Most numbers are those of nothing known; what is written after them makes them other ones still.
    if (!page.hasPlan && !byNumber.has(numberOf(pageWords.wordAt(offset) ?? ''))) continue;
    numberAfterWord.lastIndex = offset;
    const match = numberAfterWord.exec(text);
    if (!match) continue;
    const number = numberOf(match[0]);
    const known = byNumber.get(number) ?? [];
    if (known.length === 0 && !page.hasPlan) continue;
    const from = startBefore(text, match.index);
    const word = wordBefore.exec(text.slice(from, match.index));
    if (!word) continue;
    const start = from + word.index;
    const end = match.index + match[0].length;
    if (isTaken({ start, end }, taken)) continue;
    const kind = kindOf(word[1] ?? '');
    const fitting = known.filter(
      (name) => isSameKind(name.kind, kind) && isNotBefore(name.packed.record, knowledge.asOf),
    );
    const readings = [...new Map(fitting.map(({ packed }) => [packed.record.id, packed])).values()]
      .map((packed) => ({ packed, evidence: evidenceOf(packed, kind, knowledge) }))
      .filter(
        ({ packed, evidence }) =>
          score(evidence) >= scoreFloor && isOfIts(packed, { text, end, kind, knowledge }),
      );
    const [only] = readings;
    const quote = text.slice(start, end);
    if (only && readings.length === 1) {
      links.push(makeLink({ start, end }, only, { text, language }));
    } else if (
      kind === 'resolution' &&
      page.hasPlan &&
      fitting.length === 0 &&
      (/^unscr$/iu.test(word[1] ?? '') || council.test(text.slice(Math.max(0, match.index - reach), start)))
    ) {
      unresolvedPlans.push({ start, end, quote, pointCount: null, noun: 'resolution' });
    }
  }
  return { links, unresolvedPlans };
}

/** Text before a number that is read, in UTF-16 units. */
const reach = 40;

/** No more than two spaces are between the start of a word and its number; the expression would be tried from every letter. */
function startBefore(text: string, end: number): number {
  const limit = Math.max(0, end - reach);
  let from = end;
  for (let spaces = 0; from > limit; from--) {
    if (/\s/.test(text.charAt(from - 1)) && ++spaces > 2) break;
  }
  return from;
}

interface NumberedName {
  readonly packed: PackedRecord;
  readonly kind: string;
  readonly number: string;
}

const numbered = new WeakMap<readonly PackedRecord[], ReadonlyMap<string, readonly NumberedName[]>>();

function namesByNumber(plans: readonly PackedRecord[]): ReadonlyMap<string, readonly NumberedName[]> {
  const known = numbered.get(plans);
  if (known) return known;
  const byNumber = new Map<string, NumberedName[]>();
  for (const name of plans.flatMap(numbersOf)) {
    const same = byNumber.get(name.number);
    if (same) same.push(name);
    else byNumber.set(name.number, [name]);
  }
  numbered.set(plans, byNumber);
  return byNumber;
}

/** The names of a record that end in a number: "… Resolution 2202 (2015)", "Minsk II". */
function numbersOf(packed: PackedRecord): NumberedName[] {
  const { label, surfaceForms } = packed.record;
  const names = [...Object.values(label), ...surfaceForms.map(({ text }) => text)];
  return names.flatMap((name) => {
    // Few names do, and the expression is tried from every letter.
    if (!/[\dIVX)]$/.test(name)) return [];
    const [, word = '', number = ''] =
      /(\p{L}[\p{L}’']*)[ -](?:(?:№|No\.?) ?)?(\d{1,4}|[IVX]{1,5})(?: ?\(\d{4}\))?$/u.exec(name) ?? [];
    return number ? [{ packed, kind: kindOf(word), number: numberOf(number) }] : [];
  });
}

/** "Résolution" and "резолюції" are of one kind; any other word is its own. */
function kindOf(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'unscr' || nounInAnyLanguage(lower)?.nounClass === 'resolution') return 'resolution';
  if (article.test(lower)) return 'article';
  return phase.test(lower) ? 'phase' : lower;
}

/** "II" and "2" are one number. */
function numberOf(text: string): string {
  const roman = romans.indexOf(text.toLowerCase());
  return roman > 0 ? String(roman) : text;
}

/** Names other than those common nouns have cases: "Мінськ-2", "Мінська-2". */
function isSameKind(name: string, found: string): boolean {
  if (name === found) return true;
  const stem = name.slice(0, -1);
  return stem.length >= 4 && found.startsWith(stem) && Math.abs(found.length - name.length) <= 2;
}

function evidenceOf({ packId, record }: PackedRecord, kind: string, knowledge: PageKnowledge): Evidence[] {
  const isCommon = kind === 'resolution' || kind === 'article' || kind === 'phase';
  const weight = isCommon ? planWeights.numberedKind : planWeights.numberedName;
  return [reason('number', weight, 'its name has this number'), ...coherence(packId, record, knowledge)];
}

/** "Article 5 of the constitution" is not that of a treaty. */
function isOfIts(
  { record }: PackedRecord,
  { text, end, kind, knowledge }: { text: string; end: number; kind: string; knowledge: PageKnowledge },
): boolean {
  const after = text.slice(end, end + 60);
  if (kind !== 'article' || !/^ (?:of|du|de|del|der|des) /u.test(after)) return true;
  const names = [...relatedIds(record)].flatMap((id) => knowledge.named.get(id) ?? []);
  return names.some((name) => after.includes(name));
}

function isTaken({ start, end }: Span, taken: readonly Span[]): boolean {
  const before = taken[lastIndexBefore(taken, end)];
  return before !== undefined && before.end > start;
}
