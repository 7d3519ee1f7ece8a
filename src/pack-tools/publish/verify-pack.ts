/** Everything that readers' browsers would check of a pack, whichever version they come from. */

import { type BlobEntry, manifestPath, type PackManifest, parsePackManifest } from '../../model/pack.ts';
import { addDigests, hashLine } from '../../model/pack-digest.ts';
import { PatchLineError, type PatchOperation, parsePatchLine } from '../../model/patch.ts';
import type { RecordId } from '../../model/record.ts';
import { parseJson } from '../../sync/parse-json.ts';
import { readLines } from '../../sync/read-lines.ts';
import { SourceError, type SourceReader } from '../../sync/source.ts';
import type { Target } from '../../sync/tuf/refresh.ts';
import { unpackBucket } from '../../sync/unpack-bucket.ts';

/** Larger files are refused by browsers. */
const maxManifestBytes = 1 << 20;
const maxBlobBytes = 16 << 20;
const maxRawBlobBytes = 64 << 20;

export interface VerifiedPack {
  readonly id: string;
  readonly sequence: number;
  readonly recordCount: number;
  readonly bytes: number;
  readonly patches: number;
}

type FileReader = Pick<SourceReader, 'readFile' | 'readBlob'>;

/** @throws {SourceError} with the first fault. */
export async function verifyPack(
  source: FileReader,
  target: Target,
  signal: AbortSignal,
): Promise<VerifiedPack> {
  const manifest = await readManifest(source, target, signal);
  const name = `Pack “${manifest.id}”`;
  const last = await readLastOperations(source, manifest, signal);
  for (const [bucket, entry] of manifest.buckets.entries()) {
    const part = `${name}, part ${bucket + 1} of ${manifest.buckets.length}`;
    const raw = await readBlob(source, { entry, name: part, signal });
    const hashes: string[] = [];
    for (const { record, lineHash } of unpackBucket(raw, {
      name: part,
      bucket,
      bucketBits: manifest.bucketBits,
    })) {
      hashes.push(lineHash);
      const patched = last.get(record.id);
      if (patched !== undefined && patched !== lineHash) {
        throw fault(`${name}: the patches leave record ${record.id} other than it is in the pack.`);
      }
      last.delete(record.id);
    }
    if (hashes.length !== entry.recordCount || addDigests(hashes) !== entry.digest) {
      throw fault(`${part} does not hold the records that the manifest says.`);
    }
  }
  for (const [id, hash] of last) {
    if (hash !== null) throw fault(`${name}: the patches put in record ${id}, which the pack does not have.`);
  }
  const { id, sequence, recordCount, buckets, patches } = manifest;
  const bytes = buckets.reduce((sum, bucket) => sum + bucket.bytes, 0);
  return { id, sequence, recordCount, bytes, patches: patches.length };
}

async function readManifest(source: FileReader, target: Target, signal: AbortSignal): Promise<PackManifest> {
  const id = /^packs\/([^/]+)\/manifest\.json$/.exec(target.path)?.[1];
  const { sha256 } = target.hashes;
  if (id === undefined || sha256 === undefined) {
    throw fault(`The list of packs names ${target.path}, which is no pack.`);
  }
  if (target.length > maxManifestBytes) {
    throw fault(
      `The manifest of pack “${id}” has ${target.length} bytes; readers accept ${maxManifestBytes}.`,
    );
  }
  const bytes = await source.readFile(manifestPath(id, sha256), { sha256, maxBytes: target.length }, signal);
  const manifest = parseJson(bytes, { name: `The manifest of pack “${id}”`, parse: parsePackManifest });
  const sequence = (target.custom as { sequence?: unknown } | undefined)?.sequence;
  if (bytes.length !== target.length || manifest.id !== id || manifest.sequence !== sequence) {
    throw fault(
      `The list of packs announces version ${String(sequence)} of pack “${id}”, and the manifest is of version ${manifest.sequence} of “${manifest.id}”.`,
    );
  }
  return manifest;
}

/** Of each record that a patch names, the hash of its line after the last patch; null when it was deleted. */
async function readLastOperations(
  source: FileReader,
  { id, sequence, patches }: PackManifest,
  signal: AbortSignal,
): Promise<Map<RecordId, string | null>> {
  const last = new Map<RecordId, string | null>();
  for (const [at, patch] of patches.entries()) {
    const name = `Pack “${id}”, the patch from ${patch.from} to ${patch.to}`;
    if (patch.to !== (patches[at + 1]?.from ?? sequence))
      throw fault(`${name} does not lead on to ${sequence}.`);
    const raw = await readBlob(source, { entry: patch, name, signal });
    let operations = 0;
    let before = '';
    for (const { text, where } of readLines(raw, name)) {
      const operation = parseLine(text, where);
      if (operation.id <= before)
        throw fault(`${where}: record ${operation.id} comes twice or out of order.`);
      before = operation.id;
      operations++;
      last.set(operation.id, operation.type === 'put' ? hashLine(operation.line) : null);
    }
    if (operations !== patch.operations) {
      throw fault(`${name} has ${operations} changes where ${patch.operations} were announced.`);
    }
  }
  return last;
}

function parseLine(line: string, where: string): PatchOperation {
  try {
    return parsePatchLine(line);
  } catch (cause) {
    if (cause instanceof PatchLineError) throw fault(`${where} ${cause.message}.`, cause);
    throw cause;
  }
}

async function readBlob(
  source: FileReader,
  { entry, name, signal }: { entry: BlobEntry; name: string; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.bytes > maxBlobBytes || entry.rawBytes > maxRawBlobBytes) {
    throw fault(
      `${name} has ${entry.bytes} bytes, ${entry.rawBytes} unpacked, which is more than readers accept.`,
    );
  }
  return source.readBlob(entry, signal);
}

const fault = (message: string, cause?: unknown): SourceError =>
  new SourceError('wrong-format', message, { cause });
