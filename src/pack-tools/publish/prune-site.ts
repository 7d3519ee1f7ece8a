/** Files that nothing published names any more, and when they may go. */

import * as v from 'valibot';
import { blobPath, manifestPath, type PackManifest } from '../../model/pack.ts';
import type { Published } from './open-repository.ts';
import { pathOf } from './signed-file.ts';
import type { SiteFiles } from './site-files.ts';

/** A reader whose computer was asleep in the middle of an installation finds what it was told of for so long. */
const graceDays = 45;
const dayMs = 86_400_000;

/** Since when which file is unused. It lies in the site: copies of a folder keep no dates of files. */
export const unusedName = 'unused.json';
const unusedSchema = v.record(v.string(), v.pipe(v.string(), v.isoDate()));

/** The paths that were removed. `manifests`: those of all packs that are published now. */
export async function pruneSite(
  files: SiteFiles,
  { published, manifests, now }: { published: Published; manifests: readonly PackManifest[]; now: Date },
): Promise<string[]> {
  const used = new Set(usedPaths(published, manifests));
  const present = (
    await Promise.all(['blob', 'targets', 'metadata'].map((folder) => files.list(folder)))
  ).flat();
  const known = await readUnused(files);
  const today = now.toISOString().slice(0, 10);
  const unused = present
    .filter((path) => !used.has(path) && !isRoot(path))
    .map((path) => ({ path, since: known[path] ?? today }));
  const isOver = ({ since }: { since: string }) => Date.parse(today) - Date.parse(since) > graceDays * dayMs;
  const over = unused.filter(isOver).map(({ path }) => path);
  for (const path of over) await files.remove(path);
  const left = unused.filter((each) => !isOver(each));
  const text = `${JSON.stringify(Object.fromEntries(left.map(({ path, since }) => [path, since])), null, 1)}\n`;
  await files.write(unusedName, Buffer.from(text));
  return over;
}

/** All files that are published now, but for the roots. */
export function* usedPaths(published: Published, manifests: readonly PackManifest[]): Generator<string> {
  for (const file of Object.values(published)) yield pathOf(file);
  for (const [path, { hashes }] of Object.entries(published.targets.metadata.signed.targets)) {
    const id = /^packs\/([^/]+)\/manifest\.json$/.exec(path)?.[1];
    if (id !== undefined) yield manifestPath(id, hashes.sha256 ?? '');
  }
  for (const { buckets, patches } of manifests) {
    for (const { sha256 } of [...buckets, ...patches]) yield blobPath(sha256);
  }
}

/** Readers who come back after years follow all roots from the one that they know. */
const isRoot = (path: string): boolean => /^metadata\/\d+\.root\.json$/.test(path);

/** A list that is lost or damaged begins anew: files then stay longer than they have to. */
export async function readUnused(files: Pick<SiteFiles, 'read'>): Promise<Record<string, string>> {
  const bytes = await files.read(unusedName);
  try {
    return bytes ? v.parse(unusedSchema, JSON.parse(bytes.toString('utf8'))) : {};
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) return {};
    throw error;
  }
}
