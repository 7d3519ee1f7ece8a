/** How packs travel: a source is a folder of static files, the same for the bundled packs and for remote ones. */

import * as v from 'valibot';
import { addDigests } from './pack-digest.ts';
import type { PackId } from './record.ts';
import { packIdSchema } from './record-schema.ts';
import { withoutControls } from './without-controls.ts';

/** `source.json`, the one file of a source that changes in place. */
export const sourceIndexName = 'source.json';

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'));
const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sequenceSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const shortText = v.pipe(v.string(), v.transform(withoutControls), v.trim(), v.nonEmpty(), v.maxLength(400));

const sourceIndexSchema = v.object({
  format: v.literal('newsgloss-source-1'),
  publisher: shortText,
  packs: v.array(
    v.object({
      id: packIdSchema,
      /** Grows by at least one with each publication. */
      sequence: sequenceSchema,
      manifest: v.object({ sha256: sha256Schema, bytes: countSchema }),
    }),
  ),
});

const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits'));
/** The most buckets whose entries fit into a manifest together with its patches. */
export const maxBucketBits = 11;
const maxPatches = 30;

/** A gzipped file named by the SHA-256 of its bytes. Hosts may unpack it on the way, so that it is known unpacked as well. */
const blobEntries = {
  sha256: sha256Schema,
  bytes: countSchema,
  rawSha256: sha256Schema,
  rawBytes: countSchema,
};

const packManifestSchema = v.pipe(
  v.object({
    format: v.literal('newsgloss-pack-2'),
    id: packIdSchema,
    sequence: sequenceSchema,
    title: shortText,
    publisher: shortText,
    licence: shortText,
    recordCount: countSchema,
    /** Of all records, as in `pack-digest.ts`. */
    digest: digestSchema,
    bucketBits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxBucketBits)),
    /** 2^`bucketBits` of them in the order of `bucketOf`: JSON Lines, one record a line, sorted by id. Some may be empty. */
    buckets: v.array(v.object({ ...blobEntries, recordCount: countSchema, digest: digestSchema })),
    /** Steps between versions that lead here, each from one version to a later one. */
    patches: v.pipe(
      v.array(
        v.object({ from: sequenceSchema, to: sequenceSchema, ...blobEntries, operations: countSchema }),
      ),
      v.maxLength(maxPatches),
    ),
  }),
  v.check(
    ({ buckets, bucketBits }) => buckets.length === 2 ** bucketBits,
    'the buckets are not as many as their bits say',
  ),
  v.check(
    ({ buckets, recordCount }) => sum(buckets.map((bucket) => bucket.recordCount)) === recordCount,
    'the buckets do not hold as many records as the pack',
  ),
  v.check(
    ({ buckets, digest }) => addDigests(buckets.map((bucket) => bucket.digest)) === digest,
    'the digests of the buckets do not add up to that of the pack',
  ),
  v.check(
    ({ patches }) => patches.every(({ from, to }) => from < to),
    'a patch does not lead to a later version',
  ),
);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export type SourceIndex = v.InferOutput<typeof sourceIndexSchema>;
export type PackManifest = v.InferOutput<typeof packManifestSchema>;
/** How a content-named file is announced: a bucket or a patch. */
export type BlobEntry = v.InferOutput<v.ObjectSchema<typeof blobEntries, undefined>>;

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
  /**
   * The version before, while the reader can still go back to it: in a generation of its own, or in the same one when a
   * patch came between them.
   */
  readonly previous?: Omit<PackVersion, 'previous'>;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SourceFormatError(`${what}: ${v.getDotPath(issue) ?? 'value'}: ${issue.message}`);
}
