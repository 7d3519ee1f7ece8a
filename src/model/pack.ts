/** How packs travel: a source is a folder of static files, the same for the bundled packs and for remote ones. */

import * as v from 'valibot';
import type { PackId } from './record.ts';
import { packIdSchema } from './record-schema.ts';

/** `source.json`, the one file of a source that changes in place. */
export const sourceIndexName = 'source.json';

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'));
const byteCountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(400));

const sourceIndexSchema = v.object({
  format: v.literal('newsgloss-source-1'),
  publisher: shortText,
  packs: v.array(
    v.object({
      id: packIdSchema,
      /** Grows by at least one with each publication. */
      sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
      manifest: v.object({ sha256: sha256Schema, bytes: byteCountSchema }),
    }),
  ),
});

const packManifestSchema = v.object({
  format: v.literal('newsgloss-pack-1'),
  id: packIdSchema,
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: shortText,
  publisher: shortText,
  licence: shortText,
  recordCount: byteCountSchema,
  /** Gzipped JSON Lines, one record a line, sorted by id. `sha256` is of the compressed bytes. */
  buckets: v.array(
    v.object({
      sha256: sha256Schema,
      bytes: byteCountSchema,
      rawBytes: byteCountSchema,
      recordCount: byteCountSchema,
    }),
  ),
});

export type SourceIndex = v.InferOutput<typeof sourceIndexSchema>;
export type PackManifest = v.InferOutput<typeof packManifestSchema>;

/** A source's file is not what its format asks for. */
export class SourceFormatError extends Error {
  override name = 'SourceFormatError';
}

/** @throws {SourceFormatError} naming the field. */
export const parseSourceIndex = (value: unknown): SourceIndex =>
  parse(sourceIndexSchema, value, sourceIndexName);

/** @throws {SourceFormatError} naming the field. */
export const parsePackManifest = (value: unknown): PackManifest =>
  parse(packManifestSchema, value, 'pack manifest');

/** Where a pack's manifest lies below the source's base URL. */
export const manifestPath = (packId: PackId, sha256: string): string =>
  `targets/packs/${packId}/${sha256}.manifest.json`;

/** Where a content-named file lies below the source's base URL. */
export const blobPath = (sha256: string): string => `blob/${sha256.slice(0, 2)}/${sha256}.gz`;

/** What the store knows of an installed pack; written last, so a pack without it is not there. */
export interface PackVersion {
  readonly id: PackId;
  readonly sourceId: string;
  readonly sequence: number;
  /** Rows of this pack carry it; rows of another generation are leftovers. */
  readonly generation: number;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly recordCount: number;
  readonly manifestSha256: string;
  /** Milliseconds since the epoch. */
  readonly installedAt: number;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SourceFormatError(`${what}: ${v.getDotPath(issue) ?? 'value'}: ${issue.message}`);
}
