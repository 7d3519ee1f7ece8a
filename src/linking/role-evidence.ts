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
): readonly Evidence[] {
  const { each, all } = rolesOf(record);
  if (each.length === 0) return none;
  const sides: string[][] = [];
  const found = [clauseBefore(text, span, titleReach), appositionAfter(text, span, appositionReach)];
  for (const words of found) {
    // Most names have no word of their bearer's roles beside them.
    const side = words.filter((word) => all.has(word) && !language.functionWords.has(word));
    if (side.length > 0) sides.push(side);
  }
  if (sides.length === 0) return none;
  let best: string[] = [];
  for (const roleWords of each) {
    for (const beside of sides) {
      if (!beside.some((word) => roleWords.has(word))) continue;
      const shared = beside.filter((word) => roleWords.has(word));
      const hasTitle = shared.some((word) => language.titles.has(word) || word.length >= shortestTitleWord);
      if (hasTitle && shared.length > best.length) best = shared;
    }
  }
  if (best.length === 0) return none;
  const weight = best.length > 1 ? weights.fullRoleBeside : weights.roleBeside;
  return [reason('role-beside', weight, `role beside the name: "${best.join(' ')}"`)];
}

const none: readonly Evidence[] = [];

interface RoleWords {
  /** Of each role in each language. */
  readonly each: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

const known = new WeakMap<PackRecord, RoleWords>();

/** The words of a record's roles. */
function rolesOf(record: PackRecord): RoleWords {
  let roles = known.get(record);
  if (!roles) {
    const each = record.statements.flatMap(({ property, value }) =>
      property === 'role' && value.type === 'text'
        ? Object.values(value.text).map((role) => new Set(lowerWords(role)))
        : [],
    );
    roles = { each, all: new Set(each.flatMap((words) => [...words])) };
    known.set(record, roles);
  }
  return roles;
}
