import type { Evidence, Span } from '../model/link.ts';
import type { PackRecord } from '../model/record.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { appositionAfter, clauseBefore, lowerWords } from './neighbours.ts';

/** Words before a name among which its title is looked for. */
const titleReach = 6;
/** Words of an apposition that are read. */
const appositionReach = 10;
/** A role's word that is no known title counts from this length, so that "of" and "new" do not. */
const shortestTitleWord = 5;

/** Evidence that one of the record's roles stands beside the mention: "Secretary of State Rubio", "Rubio, the …". */
export function roleBeside(
  text: string,
  span: Span,
  record: PackRecord,
  language: LanguageWords,
): Evidence[] {
  const roles = rolesOf(record);
  if (roles.length === 0) return [];
  const notFunction = (word: string): boolean => !language.functionWords.has(word);
  const sides = [
    clauseBefore(text, span, titleReach).filter(notFunction),
    appositionAfter(text, span, appositionReach).filter(notFunction),
  ].filter((side) => side.length > 0);
  if (sides.length === 0) return [];
  let best: string[] = [];
  for (const roleWords of roles) {
    for (const beside of sides) {
      if (!beside.some((word) => roleWords.has(word))) continue;
      const shared = beside.filter((word) => roleWords.has(word));
      const hasTitle = shared.some((word) => language.titles.has(word) || word.length >= shortestTitleWord);
      if (hasTitle && shared.length > best.length) best = shared;
    }
  }
  if (best.length === 0) return [];
  const weight = best.length > 1 ? weights.fullRoleBeside : weights.roleBeside;
  return [reason('role-beside', weight, `role beside the name: "${best.join(' ')}"`)];
}

const known = new WeakMap<PackRecord, readonly ReadonlySet<string>[]>();

/** The words of each of a record's roles in each language. */
function rolesOf(record: PackRecord): readonly ReadonlySet<string>[] {
  let roles = known.get(record);
  if (!roles) {
    roles = record.statements.flatMap(({ property, value }) =>
      property === 'role' && value.type === 'text'
        ? Object.values(value.text).map((role) => new Set(lowerWords(role)))
        : [],
    );
    known.set(record, roles);
  }
  return roles;
}
