import type { GoldDocument, GoldMention } from './gold-file.ts';
import { isValue, kindOfType } from './gold-file.ts';
import type { LabelledMention, LabelledText } from './labelled-text.ts';

/**
 * A document as it is scored. Dates and quantities are left out, and labels of torn spans. A label that two ids share
 * accepts either. A mention that only refers back ("the company", pronouns) is optional, like those marked so.
 */
export function labelGold(
  document: GoldDocument,
  /** The pack records that are the thing of a gold mention; empty when the packs do not know it. */
  recordIdsOf: (mention: GoldMention) => readonly string[],
): LabelledText {
  const bySpan = new Map<string, LabelledMention>();
  for (const mention of document.mentions) {
    if (isValue(mention) || mention.discontinuous) continue;
    const key = `${mention.start} ${mention.end}`;
    const labelled = labelMention(mention, recordIdsOf(mention));
    const known = bySpan.get(key);
    bySpan.set(key, known ? merge(known, labelled) : labelled);
  }
  const [start, end] = document.evaluation_span ?? [0, document.text.length];
  return {
    name: document.doc,
    language: document.lang,
    publishedAt: document.publishedAt,
    text: document.text,
    regions: [{ start, end }],
    set: null,
    traps: [],
    labelsDoubt: false,
    mentions: [...bySpan.values()],
  };
}

function labelMention(mention: GoldMention, ids: readonly string[]): LabelledMention {
  const { start, end, surface, kb_id: gold, type } = mention;
  return {
    start,
    end,
    surface,
    meaning: gold === null ? { type: 'nothing' } : { type: 'record', gold, ids },
    kind: kindOfType(type) ?? 'other',
    isOptional: mention.optional || mention.coref,
  };
}

function merge(one: LabelledMention, other: LabelledMention): LabelledMention {
  if (other.meaning.type !== 'record') return one;
  if (one.meaning.type !== 'record') return other;
  const ids = [...one.meaning.ids, ...other.meaning.ids];
  return { ...one, meaning: { ...one.meaning, ids }, isOptional: one.isOptional && other.isOptional };
}
