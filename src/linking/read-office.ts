/** What a role statement is the office of: "High Representative of … for Foreign Affairs" is a foreign minister. */

import type { PackRecord, Statement } from '../model/record.ts';
import type { Office, RoleGrammar } from './languages/role-words/role-grammar.ts';
import { roleGrammarOf } from './languages/role-words/role-grammar-of.ts';
import { lowerWords } from './neighbours.ts';

/** Letters of a name that its cases and adjectives share: "Polska", "Polski", "polskiego". */
const stemLength = 4;

/**
 * The offices that a role may be, by its text in any known language; empty for one that is no office of the whole
 * country or organisation, such as "Speaker of the Parliament of Norland" or "Deputy Prime Minister".
 */
export function officesOf(statement: Statement, of: readonly PackRecord[]): ReadonlySet<Office> {
  const known = read.get(statement);
  if (known && known.of.length === of.length && known.of.every((record, index) => record === of[index]))
    return known.offices;
  const offices = readOffices(statement, of);
  read.set(statement, { of, offices });
  return offices;
}

/** A text speaks of the same few offices again and again. */
const read = new WeakMap<
  Statement,
  { readonly of: readonly PackRecord[]; readonly offices: ReadonlySet<Office> }
>();

function readOffices(statement: Statement, of: readonly PackRecord[]): ReadonlySet<Office> {
  const offices = new Set<Office>();
  if (statement.value.type !== 'text') return offices;
  const names = of.flatMap((record) => [
    ...Object.values(record.label),
    ...record.surfaceForms.map(({ text }) => text),
  ]);
  const ownWords = names.flatMap(lowerWords);
  for (const [language, role] of Object.entries(statement.value.text)) {
    const grammar = roleGrammarOf(language);
    if (!grammar || !role) continue;
    for (const office of officesInText(role, ownWords, grammar)) offices.add(office);
  }
  return offices;
}

/** An office is the role's if all its other words are the place's own names or a state's: "of the French Republic". */
function officesInText(role: string, ownWords: readonly string[], grammar: RoleGrammar): Office[] {
  const text = role.normalize('NFC');
  let longest = 0;
  let found: Office[] = [];
  for (const { office, head, tail } of patternsOf(grammar)) {
    const match = head.exec(text);
    if (!match) continue;
    const rest: string = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    const tailMatch = tail?.exec(rest);
    if (tail && !tailMatch) continue;
    const others = tailMatch ? rest.replace(tailMatch[0], ' ') : rest;
    if (!lowerWords(others).every((word) => isOfPlace(word, ownWords, grammar))) continue;
    const length = match[0].length + (tailMatch?.[0].length ?? 0);
    if (length < longest) continue;
    if (length > longest) found = [];
    longest = length;
    found.push(office);
  }
  return found;
}

interface OfficePattern {
  readonly office: Office;
  readonly head: RegExp;
  readonly tail: RegExp | null;
}

const compiled = new WeakMap<RoleGrammar, readonly OfficePattern[]>();

function patternsOf(grammar: RoleGrammar): readonly OfficePattern[] {
  let patterns = compiled.get(grammar);
  if (!patterns) {
    patterns = grammar.offices.map(({ office, head, tail }) => ({
      office,
      head: wholeWords(head),
      tail: tail ? wholeWords(tail) : null,
    }));
    compiled.set(grammar, patterns);
  }
  return patterns;
}

const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');

function isOfPlace(
  word: string,
  ownWords: readonly string[],
  { stateWords, articles }: RoleGrammar,
): boolean {
  if (stateWords.has(word) || articles.has(word)) return true;
  const stem = word.slice(0, stemLength);
  return ownWords.some((own) => own === word || (word.length >= stemLength && own.startsWith(stem)));
}

/** Which offices a word for one of them may mean. */
const looseOffices: Partial<Readonly<Record<Office, readonly Office[]>>> = {
  leader: ['leader', 'president', 'head-of-government', 'monarch'],
  'head-of-state': ['head-of-state', 'president', 'monarch'],
  chief: [
    'chief',
    'secretary-general',
    'director-general',
    'managing-director',
    'president',
    'chair',
    'governor',
    'commissioner',
  ],
  'managing-director': ['managing-director', 'director-general'],
  'director-general': ['director-general', 'managing-director'],
};

export const officesMeant = (office: Office): readonly Office[] => looseOffices[office] ?? [office];

/** Loose words that are said of organisations only: "the head of Norland" is nobody. */
export const isForOrganisations = (office: Office): boolean => office === 'chief';
