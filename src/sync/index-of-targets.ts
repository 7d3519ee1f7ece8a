import * as v from 'valibot';
import type { SourceIndex } from '../model/pack.ts';
import { packIdSchema } from '../model/record-schema.ts';
import { SourceError } from './source.ts';
import type { Target } from './tuf/refresh.ts';

const entrySchema = v.pipe(
  v.object({
    id: packIdSchema,
    custom: v.object({ sequence: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    hashes: v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')) }),
    length: v.number(),
  }),
  v.transform(({ id, custom, hashes, length }) => ({
    id,
    sequence: custom.sequence,
    manifest: { sha256: hashes.sha256, bytes: length },
  })),
);

/** The packs among what a publisher signed, by target path `packs/PACK/manifest.json`. Other targets are let be. @throws {SourceError} */
export function indexOfTargets(targets: readonly Target[], publisher: string): SourceIndex {
  const packs = targets.flatMap(({ path, ...target }) => {
    const id = /^packs\/([^/]+)\/manifest\.json$/.exec(path)?.[1];
    if (id === undefined) return [];
    const entry = v.safeParse(entrySchema, { id, ...target });
    if (entry.success) return [entry.output];
    const [issue] = entry.issues;
    throw new SourceError(
      'wrong-format',
      `What the source signed as ${path} is not what Newsgloss can read (${v.getDotPath(issue) ?? 'value'}: ${issue.message}).`,
    );
  });
  return { format: 'newsgloss-source-1', publisher, packs };
}
