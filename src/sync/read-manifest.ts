import {
  type BlobEntry,
  manifestPath,
  type PackManifest,
  parsePackManifest,
  type SourceIndex,
} from '../model/pack.ts';
import { failpoint } from './failpoints.ts';
import { PackContentError } from './pack-content-error.ts';
import { parseJson } from './parse-json.ts';
import { SourceError, type SourceReader } from './source.ts';

const maxManifestBytes = 1 << 20;
const maxBlobBytes = 16 << 20;
const maxRawBlobBytes = 64 << 20;

export type PackEntry = SourceIndex['packs'][number];

interface Reading {
  readonly source: SourceReader;
  readonly signal: AbortSignal;
}

/** The manifest that the index announces. @throws {SourceError} */
export async function readManifest(entry: PackEntry, { source, signal }: Reading): Promise<PackManifest> {
  const { sha256, bytes: maxBytes } = entry.manifest;
  refuseAbove(maxManifestBytes, maxBytes, `The manifest of pack “${entry.id}”`);
  const bytes = await source.readFile(manifestPath(entry.id, sha256), { sha256, maxBytes }, signal);
  if (globalThis.newsglossFailpoints) await failpoint('K3');
  const manifest = parseManifest(bytes, `The manifest of pack “${entry.id}”`);
  if (manifest.id !== entry.id || manifest.sequence !== entry.sequence) {
    throw new PackContentError(
      'wrong-format',
      `The source announced version ${entry.sequence} of pack “${entry.id}”, but the manifest is of version ` +
        `${manifest.sequence} of “${manifest.id}”.`,
    );
  }
  return manifest;
}

function parseManifest(bytes: Uint8Array<ArrayBuffer>, name: string): PackManifest {
  try {
    return parseJson(bytes, { name, parse: parsePackManifest });
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    throw new PackContentError(cause.reason, cause.message, { cause });
  }
}

/** What is in a bucket or a patch; `name` is how messages call it. @throws {SourceError} */
export async function readNamedBlob(
  blob: BlobEntry,
  { source, signal, name }: Reading & { name: string },
): Promise<Uint8Array<ArrayBuffer>> {
  refuseAbove(maxBlobBytes, blob.bytes, name);
  refuseAbove(maxRawBlobBytes, blob.rawBytes, name);
  if (globalThis.newsglossFailpoints) await failpoint('K5');
  const raw = await source.readBlob(blob, signal);
  if (globalThis.newsglossFailpoints) await failpoint('K6');
  return raw;
}

function refuseAbove(maxBytes: number, bytes: number, name: string): void {
  if (bytes <= maxBytes) return;
  throw new PackContentError('too-large', `${name} has ${bytes} bytes; Newsgloss takes at most ${maxBytes}.`);
}
