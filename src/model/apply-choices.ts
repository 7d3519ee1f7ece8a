import { ambiguityKey } from './ambiguity-key.ts';
import type { AmbiguousLink, Annotation, ChoiceScope, Evidence, Link } from './link.ts';
import type { PackId, RecordId } from './record.ts';

/** A reading that the reader chose, and where. */
export interface ChosenReading {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly scope: ChoiceScope;
}

/**
 * The annotation with what the reader decided: an ambiguous link whose readings were chosen between becomes a link. A choice
 * that is no longer among the readings decides nothing.
 */
export function applyChoices(
  annotation: Annotation,
  /** By `ambiguityKey`. */
  choices: ReadonlyMap<string, ChosenReading>,
): Annotation {
  if (choices.size === 0) return annotation;
  const chosen = new Map<AmbiguousLink, Link>();
  for (const each of annotation.ambiguous) {
    const link = chooseReading(each, choices.get(ambiguityKey(each.candidates)));
    if (link) chosen.set(each, link);
  }
  return {
    links: [...annotation.links, ...chosen.values()].sort((a, b) => a.start - b.start),
    ambiguous: annotation.ambiguous.filter((each) => !chosen.has(each)),
    unresolvedPlans: annotation.unresolvedPlans,
  };
}

function chooseReading(
  { start, end, quote, candidates, rule }: AmbiguousLink,
  choice: ChosenReading | undefined,
): Link | null {
  const reading = candidates.find(({ packId, id }) => packId === choice?.packId && id === choice.id);
  if (!choice || !reading) return null;
  const { scope } = choice;
  const evidence: Evidence = { type: 'reader-choice', weight: 1, note: `you chose this on this ${scope}` };
  return {
    ...reading,
    start,
    end,
    quote,
    score: 1,
    evidence: [evidence, ...reading.evidence],
    choice: { scope, candidates, rule },
  };
}
