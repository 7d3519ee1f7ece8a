/**
 * `npm run build [-- --force]`: the packs, the extension for Chromium and Firefox, and the engine as a module for outside
 * benchmarks, in `dist/`.
 */

import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { buildBenchEngine } from './build-bench-engine.ts';
import { BuildError, buildExtension } from './build-extension.ts';
import { listFiles } from './hash-files.ts';
import { projectPath } from './project-paths.ts';

try {
  const isForced = process.argv.includes('--force');
  for (const { folder, isNew } of await buildExtension(['chrome', 'firefox'], { isForced })) {
    const files = await listFiles(folder);
    const packsStart = `${folder}/packs/`.replaceAll('\\', '/');
    const isPack = (path: string): boolean => path.replaceAll('\\', '/').startsWith(packsStart);
    const code = await totalBytes(files.filter((path) => !isPack(path)));
    const packs = await totalBytes(files.filter(isPack));
    const name = relative(projectPath('.'), folder);
    console.log(
      `${name}: ${files.length} files, code ${kilobytes(code)}, packs ${kilobytes(packs)}${isNew ? '' : ' (unchanged)'}`,
    );
  }
  const benchEngine = await buildBenchEngine();
  console.log(
    `${relative(projectPath('.'), benchEngine)}: code ${kilobytes(await totalBytes([benchEngine]))}`,
  );
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function totalBytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
