/** One refresh of a TUF repository's metadata, in memory: what comes out is committed by the caller, or not. */

import { SourceError } from '../source.ts';
import { parseSignedFile } from './parse-signed-file.ts';
import { type RefreshFailure, toRefreshFailure } from './refresh-failure.ts';
import { DownloadHTTPError, filesInMemory, NodeBuffer, Updater } from './tuf-js.ts';

/** Bytes of verified metadata by role: `root`, `timestamp`, `snapshot`, `targets`, and those that targets delegate to. */
export type TrustedMetadata = ReadonlyMap<string, Uint8Array>;

export interface RefreshInput {
  /** What was trusted until now; with `root`, or nothing can be verified. */
  readonly trusted: TrustedMetadata;
  /**
   * A file of the metadata folder, at most so long. A `SourceError` with `not-found` says that there is none; every
   * other one ends the refresh.
   */
  readonly readMetadata: (fileName: string, maxBytes: number) => Promise<Uint8Array>;
  readonly now: Date;
  /** Targets that other roles may be in charge of; those of the targets role itself come unasked. */
  readonly delegatedPaths?: readonly string[];
}

export interface Target {
  readonly path: string;
  readonly length: number;
  /** Hexadecimal digests by name of the function: `sha256`. */
  readonly hashes: Readonly<Record<string, string>>;
  /** What the publisher wrote next to it. */
  readonly custom: unknown;
}

/** In both cases `metadata` is all that was verified, old and new, and `newRoots` the chain from the old root to its newest. */
export type RefreshResult = {
  readonly metadata: TrustedMetadata;
  readonly newRoots: readonly Uint8Array[];
} & (
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly failure: RefreshFailure }
);

/** No file of metadata is longer, whatever another file says of it. */
const maxMetadataBytes = 8_000_000;
let refreshes = 0;

/** @throws when the caller's own `readMetadata` fails with something else than a `SourceError`, as when it was aborted. */
export async function refreshMetadata(input: RefreshInput): Promise<RefreshResult> {
  const folder = `refresh-${++refreshes}`;
  for (const [role, bytes] of input.trusted) filesInMemory.set(`${folder}/${role}.json`, bytes);
  const newRoots: Uint8Array[] = [];
  const errors: ErrorsSeen = { ofReading: null, ofVerifying: null, filesVerified: new Map() };
  try {
    const updater = createUpdater(folder, { input, errors, newRoots });
    await updater.refresh();
    const targets = await listTargets(updater, input.delegatedPaths ?? []);
    return { ok: true, targets, metadata: takeMetadata(folder), newRoots };
  } catch (error) {
    if (errors.ofReading && !(errors.ofReading instanceof SourceError)) throw errors.ofReading;
    // tuf-js makes text of the errors of some steps; what was seen on the way is the cause itself.
    const metadata = takeMetadata(folder);
    const failure = toRefreshFailure(
      errors.ofReading ?? errors.ofVerifying ?? error,
      (role) => parseSignedFile(errors.filesVerified.get(role) ?? metadata.get(role))?.expires ?? null,
    );
    return { ok: false, failure, metadata, newRoots };
  } finally {
    takeMetadata(folder);
  }
}

interface ErrorsSeen {
  /** Of the last read. */
  ofReading: unknown;
  /** Of the last file that was looked at. */
  ofVerifying: unknown;
  /** The file of each role that was looked at last, accepted or not. */
  readonly filesVerified: Map<string, Uint8Array>;
}

/** What tuf-js keeps to itself. */
interface TrustedSet {
  referenceTime: Date;
  readonly targets?: { readonly signed: { readonly targets: Readonly<Record<string, Target>> } };
  updateRoot(bytes: Uint8Array): unknown;
  updateTimestamp(bytes: Uint8Array): unknown;
  updateSnapshot(bytes: Uint8Array, trusted?: boolean): unknown;
  updateDelegatedTargets(bytes: Uint8Array, role: string, parent: string): unknown;
}

const updates = ['updateRoot', 'updateTimestamp', 'updateSnapshot', 'updateDelegatedTargets'] as const;
const roleOf: Partial<Record<(typeof updates)[number], string>> = {
  updateRoot: 'root',
  updateTimestamp: 'timestamp',
  updateSnapshot: 'snapshot',
};

const trustedSetOf = (updater: Updater): TrustedSet =>
  (updater as unknown as { trustedSet: TrustedSet }).trustedSet;

function createUpdater(
  folder: string,
  { input, errors, newRoots }: { input: RefreshInput; errors: ErrorsSeen; newRoots: Uint8Array[] },
): Updater {
  const base = 'https://repository.invalid/';
  const downloadBytes = async (url: string, maxBytes: number) => {
    errors.ofReading = null;
    errors.ofVerifying = null;
    const fileName = url.slice(base.length);
    try {
      return NodeBuffer.from(await input.readMetadata(fileName, Math.min(maxBytes, maxMetadataBytes)));
    } catch (error) {
      errors.ofReading = error;
      const isMissing = error instanceof SourceError && error.reason === 'not-found';
      if (isMissing) throw new DownloadHTTPError(error.message, 404);
      throw error;
    }
  };
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: base,
    fetcher: { downloadBytes } as never,
  });
  const trustedSet = trustedSetOf(updater);
  trustedSet.referenceTime = input.now;
  for (const name of updates) {
    const update = trustedSet[name].bind(trustedSet) as (bytes: Uint8Array, ...rest: never[]) => unknown;
    trustedSet[name] = (bytes: Uint8Array, ...rest: unknown[]) => {
      errors.filesVerified.set(roleOf[name] ?? String(rest[0]), bytes);
      try {
        const updated = update(bytes, ...(rest as never[]));
        if (name === 'updateRoot') newRoots.push(Uint8Array.from(bytes));
        return updated;
      } catch (error) {
        errors.ofVerifying = error;
        throw error;
      }
    };
  }
  return updater;
}

async function listTargets(updater: Updater, delegatedPaths: readonly string[]): Promise<Target[]> {
  const own = Object.entries(trustedSetOf(updater).targets?.signed.targets ?? {});
  const found = new Map<string, Target>(own);
  for (const path of delegatedPaths) {
    const target = await updater.getTargetInfo(path);
    if (target) found.set(path, target);
  }
  return Array.from(found, ([path, { length, hashes, custom }]) => ({ path, length, hashes, custom }));
}

/** Takes a folder out of memory. */
function takeMetadata(folder: string): Map<string, Uint8Array> {
  const taken = new Map<string, Uint8Array>();
  for (const [path, bytes] of filesInMemory) {
    if (!path.startsWith(`${folder}/`)) continue;
    filesInMemory.delete(path);
    taken.set(path.slice(folder.length + 1, -'.json'.length), Uint8Array.from(bytes));
  }
  return taken;
}
