/**
 * Newsgloss's TUF client behind the command line that the public conformance suite speaks: `init`, `refresh` and `download`,
 * each a process of its own that keeps what it trusts in a folder. `npm run tuf-conformance` builds it.
 */

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { defaultTimeoutMs, readUrl } from '../sync/read-url.ts';
import { refreshMetadata, type Target } from '../sync/tuf/refresh.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': { type: 'string' },
    'metadata-url': { type: 'string' },
    'target-name': { type: 'string', multiple: true },
    'target-base-url': { type: 'string' },
    'target-dir': { type: 'string' },
  },
});
const [command, rootPath] = positionals;
const metadataFolder = needed('metadata-dir');

if (command === 'init' && rootPath) {
  await mkdir(metadataFolder, { recursive: true });
  await copyFile(rootPath, `${metadataFolder}/root.json`);
} else if (command === 'refresh' || command === 'download') {
  const names = command === 'download' ? (values['target-name'] ?? []) : [];
  const targets = await refresh(names);
  for (const name of names) await download(targets.find(({ path }) => path === name) ?? fail(`No ${name}.`));
} else {
  fail('Commands: init ROOT, refresh, download.');
}

function needed(name: 'metadata-dir' | 'metadata-url' | 'target-base-url' | 'target-dir'): string {
  return values[name] ?? fail(`--${name} is missing.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

async function refresh(delegatedPaths: readonly string[]): Promise<readonly Target[]> {
  const trusted = new Map<string, Uint8Array>();
  for (const name of await readdir(metadataFolder)) {
    if (name.endsWith('.json')) trusted.set(name.slice(0, -5), await readFile(`${metadataFolder}/${name}`));
  }
  const base = withSlash(needed('metadata-url'));
  const result = await refreshMetadata({
    trusted,
    readMetadata: (fileName, maxBytes) => read(base + fileName, maxBytes),
    now: new Date(),
    delegatedPaths,
  });
  for (const [role, bytes] of result.metadata) await writeFile(`${metadataFolder}/${role}.json`, bytes);
  return result.ok ? result.targets : fail(`${result.failure.kind}: ${result.failure.message}`);
}

/** Left alone when it is there already. */
async function download(target: Target): Promise<void> {
  const path = `${needed('target-dir')}/${encodeURIComponent(target.path)}`;
  const old = await readFile(path).catch(() => null);
  if (old && isTarget(old, target)) return;
  const at = target.path.lastIndexOf('/') + 1;
  const named = (await isConsistent())
    ? `${target.path.slice(0, at)}${Object.values(target.hashes)[0]}.${target.path.slice(at)}`
    : target.path;
  const bytes = await read(withSlash(needed('target-base-url')) + named, target.length);
  if (!isTarget(bytes, target)) fail(`${target.path} is not what was signed.`);
  await writeFile(path, bytes);
}

async function isConsistent(): Promise<boolean> {
  const root = JSON.parse(await readFile(`${metadataFolder}/root.json`, 'utf8')) as {
    signed: { consistent_snapshot?: boolean };
  };
  return root.signed.consistent_snapshot ?? false;
}

function isTarget(bytes: Uint8Array, { length, hashes }: Target): boolean {
  return (
    bytes.length === length &&
    Object.entries(hashes).every(([name, hash]) => createHash(name).update(bytes).digest('hex') === hash)
  );
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function read(url: string, maxBytes: number): Promise<Uint8Array> {
  return readUrl(
    { url, maxBytes, cache: 'no-store', fetch, timeoutMs: defaultTimeoutMs },
    new AbortController().signal,
  );
}
