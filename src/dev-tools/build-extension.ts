import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { ensureBuiltPacks } from '../pack-tools/build-packs.ts';
import { PackSourceError } from '../pack-tools/pack-problem.ts';
import { hashFiles } from './hash-files.ts';
import { projectPath, type Target, targetFolder } from './project-paths.ts';
import { packageScript, runProgram } from './run-program.ts';

const inputs = ['src', 'packs', 'manifest.json', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** A pack or the extension cannot be built as it is written; `message` says what to mend. */
export class BuildError extends Error {
  override name = 'BuildError';
}

export interface BuiltTarget {
  readonly target: Target;
  readonly folder: string;
  /** False when nothing had changed since the last build. */
  readonly isNew: boolean;
}

/**
 * The targets in `dist/`, each built again only when a file that goes into it has changed, or when `isForced`.
 * @throws {BuildError}
 */
export async function buildExtension(
  targets: readonly Target[],
  { isForced = false } = {},
): Promise<readonly BuiltTarget[]> {
  const inputHash = await hashFiles(inputs.map(projectPath), { except: [projectPath('src/dev-tools')] });
  const stale: Target[] = [];
  for (const target of targets) {
    if (isForced || !(await isUpToDate(target, inputHash))) stale.push(target);
  }
  if (stale.length > 0) await buildPacks();
  await Promise.all(stale.map((target) => buildTarget(target, inputHash)));
  return targets.map((target) => ({
    target,
    folder: targetFolder(target),
    isNew: stale.includes(target),
  }));
}

async function buildPacks(): Promise<void> {
  try {
    await ensureBuiltPacks({ out: projectPath('dist/packs') });
  } catch (error) {
    if (!(error instanceof PackSourceError)) throw error;
    throw new BuildError(`The packs cannot be built:\n${error.message}`, { cause: error });
  }
}

async function buildTarget(target: Target, inputHash: string): Promise<void> {
  await rm(stampPath(target), { force: true });
  const vite = packageScript('vite/bin/vite.js');
  const { exitCode, output } = await runProgram(process.execPath, [vite, 'build', '--mode', target]);
  if (exitCode !== 0) throw new BuildError(output);
  await writeFile(stampPath(target), inputHash);
}

async function isUpToDate(target: Target, inputHash: string): Promise<boolean> {
  if (!existsSync(stampPath(target)) || !existsSync(targetFolder(target))) return false;
  return (await readFile(stampPath(target), 'utf8')) === inputHash;
}

/** Beside the target, since everything in it is shipped. */
const stampPath = (target: Target): string => projectPath(`dist/${target}.inputs`);
