import type { Outcome } from './score-mentions.ts';

/** Figures of one group of outcomes. Ratios are null where there is nothing to divide by. */
export interface Figures {
  readonly right: number;
  /** All links made, right or wrong. */
  readonly said: number;
  /** Labels of things that the packs know, and all labels. */
  readonly held: number;
  readonly labelled: number;
  readonly precision: number | null;
  /** Of what the packs know. */
  readonly recall: number | null;
  /** Of all labels. */
  readonly recallOfAll: number | null;
  /** Of precision and recall of what the packs know. */
  readonly f1: number | null;
  readonly f1OfAll: number | null;
}

/** The figures of some outcomes. */
export function sumOutcomes(outcomes: readonly Outcome[]): Figures {
  const count = (...types: Outcome['type'][]): number =>
    outcomes.filter(({ type }) => types.includes(type)).length;
  const right = count('right');
  const said = right + count('wrong-record', 'on-nothing', 'spurious');
  const expected = outcomes.filter(({ type }) =>
    ['right', 'wrong-record', 'missed', 'undecided'].includes(type),
  );
  const held = expected.filter(({ isHeld }) => isHeld).length;
  const precision = ratio(right, said);
  const recall = ratio(right, held);
  const recallOfAll = ratio(right, expected.length);
  return {
    right,
    said,
    held,
    labelled: expected.length,
    precision,
    recall,
    recallOfAll,
    f1: harmonicMean(precision, recall),
    f1OfAll: harmonicMean(precision, recallOfAll),
  };
}

/** The figures of each group, largest first. */
export function sumBy(
  outcomes: readonly Outcome[],
  groupsOf: (outcome: Outcome) => readonly string[],
): ReadonlyMap<string, Figures> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const group of groupsOf(outcome)) {
      const known = groups.get(group);
      if (known) known.push(outcome);
      else groups.set(group, [outcome]);
    }
  }
  const summed = [...groups].map(([group, of]): [string, Figures] => [group, sumOutcomes(of)]);
  return new Map(summed.sort(([, a], [, b]) => b.labelled - a.labelled));
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function harmonicMean(one: number | null, other: number | null): number | null {
  if (one === null || other === null || one + other === 0) return null;
  return (2 * one * other) / (one + other);
}
