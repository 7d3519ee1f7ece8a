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
  const before = clauseBefore(text, span, titleReach);
  const after = appositionAfter(text, span, appositionReach);
  let best: string[] = [];
  for (const { property, value } of record.statements) {
    if (property !== 'role' || value.type !== 'text') continue;
    for (const role of Object.values(value.text)) {
      const roleWords = new Set(lowerWords(role).filter((word) => !language.functionWords.has(word)));
      for (const beside of [before, after]) {
        const shared = beside.filter((word) => roleWords.has(word));
        const hasTitle = shared.some((word) => language.titles.has(word) || word.length >= shortestTitleWord);
        if (hasTitle && shared.length > best.length) best = shared;
      }
    }
  }
  if (best.length === 0) return [];
  const weight = best.length > 1 ? weights.fullRoleBeside : weights.roleBeside;
  return [reason('role-beside', weight, `role beside the name: "${best.join(' ')}"`)];
}
