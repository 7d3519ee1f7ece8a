import type { AmbiguousLink, LinkCandidate } from '../../src/model/link.ts';
import type { RecordKind } from '../../src/model/record.ts';

export function makeCandidate(id: string, label: string, kind: RecordKind = 'plan'): LinkCandidate {
  return {
    packId: 'p',
    id,
    kind,
    label,
    score: 0.6,
    evidence: [{ type: 'point-count', weight: 0.6, note: `${label} has 28 points` }],
  };
}

/** "28-point plan", which two texts are. */
export function makeAmbiguous(change: Partial<AmbiguousLink> = {}): AmbiguousLink {
  return {
    start: 4,
    end: 17,
    quote: '28-point plan',
    candidates: [makeCandidate('x:draft', 'Draft'), makeCandidate('x:counter-text', 'Counter-text')],
    rule: 'a proposer or a date beside the count',
    ...change,
  };
}
