import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceIndexName } from '../model/pack.ts';
import type { PackRecord } from '../model/record.ts';
import { assemblePacks, siblingPacks } from './assemble-packs.ts';
import { describeChanges } from './describe-changes.ts';
import { DamagedSourceError, loadPacks } from './load-packs.ts';
import { type PackSubcommand, UsageError } from './pack-subcommand.ts';

interface PackState {
  readonly id: string;
  readonly sequence: number;
  readonly records: readonly PackRecord[];
}

/** What changed between two versions of packs, in words. Each side is a pack's folder or a folder that was built. */
export const diffCommand: PackSubcommand = {
  usage: 'diff BEFORE AFTER',
  summary: 'say in words what changed between two versions',
  options: {},
  needs: { count: 2, what: 'two folders: packs as written, or as built' },
  async run({ positionals, resolvePath }) {
    if (positionals.length > 2) throw new UsageError('Give two folders, not more.');
    const [before = [], after = []] = await Promise.all(
      positionals.map((path) => readPacks(resolvePath(path))),
    );
    const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
    return ids
      .map((id) =>
        describePack(
          before.find((pack) => pack.id === id),
          after.find((pack) => pack.id === id),
        ),
      )
      .join('\n\n');
  },
};

async function readPacks(folder: string): Promise<PackState[]> {
  if (!existsSync(join(folder, sourceIndexName))) {
    return assemblePacks([folder], { besides: await siblingPacks([folder]) });
  }
  try {
    const packs = await loadPacks(folder);
    return packs.map(({ manifest: { id, sequence }, records }) => ({ id, sequence, records }));
  } catch (error) {
    if (!(error instanceof DamagedSourceError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

function describePack(before: PackState | undefined, after: PackState | undefined): string {
  if (!before) return `${after?.id}: a new pack with ${after?.records.length} records`;
  if (!after) return `${before.id}: the pack is gone`;
  const { added, removed, changed, lines } = describeChanges(before.records, after.records);
  const sequences =
    before.sequence === after.sequence
      ? `sequence ${after.sequence}`
      : `sequence ${before.sequence} → ${after.sequence}`;
  if (lines.length === 0) return `${after.id} (${sequences}): no changes`;
  return [
    `${after.id} (${sequences}): ${added} added, ${removed} removed, ${changed} changed`,
    ...lines,
  ].join('\n');
}
