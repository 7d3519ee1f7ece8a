import type { Evidence, Link, LinkCandidate, Span } from '../model/link.ts';
import { localise } from '../model/localise.ts';
import type { Language, PackedRecord } from '../model/record.ts';
import { score } from './evidence.ts';

/** One record that a span may mean, and why. */
export interface Reading {
  readonly packed: PackedRecord;
  readonly evidence: readonly Evidence[];
}

/** The reading as a candidate of an ambiguous link. */
export function makeCandidate({ packed, evidence }: Reading, language: Language | null): LinkCandidate {
  const { packId, record } = packed;
  return {
    kind: record.kind,
    id: record.id,
    label: localise(record.label, language),
    packId,
    score: score(evidence),
    evidence,
  };
}

/** A span of the text decided for this reading. */
export function makeLink(
  { start, end }: Span,
  reading: Reading,
  { text, language }: { readonly text: string; readonly language: Language | null },
): Link {
  const { kind, id, label, packId, score, evidence } = makeCandidate(reading, language);
  return { start, end, quote: text.slice(start, end), kind, id, label, packId, score, evidence };
}
