import { compileEngine } from '../../src/engine/compile-engine.ts';
import { openEngine } from '../../src/engine/engine-format.ts';
import { findMentions } from '../../src/engine/find-mentions.ts';
import type { Knowledge } from '../../src/linking/annotate-text.ts';
import type { PackedRecord } from '../../src/model/record.ts';

/** What annotation needs, from records in memory: the real engine, no store. */
export function makeKnowledge(records: readonly PackedRecord[]): Knowledge {
  const engine = openEngine(compileEngine(records));
  return {
    findMentions: (text, language) => findMentions([engine], text, language),
    recordsById: async (ids) =>
      new Map([...ids].map((id) => [id, records.filter(({ record }) => record.id === id)])),
    plansAndEvents: async () =>
      records.filter(({ record }) => record.kind === 'plan' || record.kind === 'event'),
    officeHolders: async (ids) =>
      records.filter(({ record }) =>
        record.statements.some(({ property, of }) => property === 'role' && of && ids.has(of)),
      ),
    recordCounts: async () => new Map(records.map(({ packId }) => [packId, 10])),
  };
}
