/** Turns the version of a pack that is in use into a later one by the changes between them. */

import type { PackManifest, PackVersion } from '../model/pack.ts';
import { bucketOf, hashLine } from '../model/pack-digest.ts';
import { PatchLineError, type PatchOperation, parsePatchLine } from '../model/patch.ts';
import type { RecordId } from '../model/record.ts';
import { applyPatch, type RowOperation } from '../store/apply-operations.ts';
import { findStrongNames } from '../store/find-strong-names.ts';
import { lineHashes } from '../store/versions.ts';
import type { Patch } from './choose-delivery.ts';
import { collectInSlices } from './collect-in-slices.ts';
import { failpoint } from './failpoints.ts';
import type { InstalledVersion, InstallPackOptions } from './install-pack.ts';
import { judgeVersion, marksIn, plainKeys, plainNames } from './judge-version.ts';
import { PackContentError } from './pack-content-error.ts';
import { readBucket } from './read-bucket.ts';
import { readLines } from './read-lines.ts';
import { readNamedBlob } from './read-manifest.ts';

export type PatchResult =
  | { readonly type: 'patched' }
  /** Nothing was changed: the version looks wrong, or a patch does not do. It has to be installed beside the one in use. */
  | { readonly type: 'unsuitable' };

type Operations = ReadonlyMap<RecordId, RowOperation>;

/** Applies the patches, one after the other and all at once, to the version in use. @throws {SourceError} */
export async function patchPack(
  options: InstallPackOptions,
  {
    manifest,
    patches,
    installed,
    next,
  }: {
    readonly manifest: PackManifest;
    readonly patches: readonly Patch[];
    readonly installed: InstalledVersion;
    readonly next: PackVersion;
  },
): Promise<PatchResult> {
  const { store } = options;
  const { pack } = installed;
  const operations = await readPatches(options, manifest, patches);
  if (await looksWrong(options, { pack, manifest, operations })) return { type: 'unsuitable' };
  const contents = {
    generation: pack.generation,
    manifestSha256: next.manifestSha256,
    bucketBits: manifest.bucketBits,
    digests: manifest.buckets.map(({ digest }) => digest),
  };
  const apply = async (some: Operations) => {
    const outcome = await applyPatch(store, { pack, next, contents, operations: [...some.values()] });
    if (globalThis.newsglossFailpoints) await failpoint('K12');
    return outcome;
  };
  if (globalThis.newsglossFailpoints) await failpoint('K12');
  const outcome = await apply(operations);
  if (outcome.type === 'applied') return { type: 'patched' };
  if (outcome.buckets.length > manifest.buckets.length / 2) return { type: 'unsuitable' };
  const mended = await mendBuckets(options, {
    manifest,
    pack,
    operations,
    buckets: new Set(outcome.buckets),
  });
  return (await apply(mended)).type === 'applied' ? { type: 'patched' } : { type: 'unsuitable' };
}

/** What the patches come to, one operation a record, all of them checked. */
async function readPatches(
  options: InstallPackOptions,
  manifest: PackManifest,
  patches: readonly Patch[],
): Promise<Operations> {
  const { source, signal, onProgress } = options;
  const operations = new Map<RecordId, RowOperation>();
  const total = (field: 'bytes' | 'operations'): number =>
    patches.reduce((sum, each) => sum + each[field], 0);
  let [bytesDone, recordsDone] = [0, 0];
  for (const patch of patches) {
    const name = `Pack “${manifest.id}”, the changes from version ${patch.from} to ${patch.to}`;
    const raw = await readNamedBlob(patch, { source, signal, name });
    const found = await collectInSlices(operationsOf(raw, name), signal);
    if (found.length !== patch.operations) {
      throw new PackContentError(
        'wrong-format',
        `${name} are ${found.length} where ${patch.operations} were announced.`,
      );
    }
    if (globalThis.newsglossFailpoints) await failpoint('K7');
    for (const operation of found) operations.set(operation.id, operation);
    bytesDone += patch.bytes;
    recordsDone += patch.operations;
    onProgress?.({
      packId: manifest.id,
      title: manifest.title,
      stage: 'patching',
      bytesDone,
      bytesTotal: total('bytes'),
      recordsDone,
      recordCount: total('operations'),
    });
  }
  return operations;
}

function* operationsOf(raw: Uint8Array<ArrayBuffer>, name: string): Generator<RowOperation, void> {
  let last = '';
  for (const { text, where } of readLines(raw, name)) {
    const operation = parseLine(text, where);
    if (operation.id <= last) {
      throw new PackContentError(
        'wrong-format',
        `${where}: record ${operation.id} comes twice or out of order.`,
      );
    }
    last = operation.id;
    yield operation.type === 'delete'
      ? { id: operation.id, after: null }
      : { id: operation.id, after: { record: operation.record, lineHash: hashLine(operation.line) } };
  }
}

function parseLine(line: string, where: string): PatchOperation {
  try {
    return parsePatchLine(line);
  } catch (cause) {
    if (!(cause instanceof PatchLineError)) throw cause;
    throw new PackContentError('wrong-format', `${where} ${cause.message}.`, { cause });
  }
}

/** Whether the reader should be asked first. */
async function looksWrong(
  { store }: InstallPackOptions,
  { pack, manifest, operations }: { pack: PackVersion; manifest: PackManifest; operations: Operations },
): Promise<boolean> {
  const added = plainNames([...operations.values()].flatMap(({ after }) => (after ? [after.record] : [])));
  const before = added.size > 0 ? await findStrongNames(store, pack.generation, plainKeys) : null;
  const reason = judgeVersion(
    { recordCount: pack.recordCount, marks: before && marksIn(before) },
    { recordCount: manifest.recordCount, marks: before && marksIn(new Set([...before, ...added])) },
  );
  return reason !== null;
}

/** The operations with what these buckets need in the place of what the patches say of them. */
async function mendBuckets(
  options: InstallPackOptions,
  {
    manifest,
    pack,
    operations,
    buckets,
  }: { manifest: PackManifest; pack: PackVersion; operations: Operations; buckets: ReadonlySet<number> },
): Promise<Operations> {
  const isIn = (id: RecordId): boolean => buckets.has(bucketOf(id, manifest.bucketBits));
  const mended = new Map([...operations].filter(([id]) => !isIn(id)));
  const place = { packId: pack.id, generation: pack.generation };
  const known = await lineHashes(options.store, place, isIn);
  for (const id of known.keys()) mended.set(id, { id, after: null });
  for (const bucket of buckets) {
    for (const after of await readBucket(manifest, bucket, options)) {
      const { id } = after.record;
      if (known.get(id) === after.lineHash) mended.delete(id);
      else mended.set(id, { id, after });
    }
  }
  return mended;
}
