import { join } from 'node:path';
import { build } from 'vite';
import { projectPath } from '../../project-paths.ts';

/** Writes `NAME.js`, a classic script, into a folder for each of these entries. */
export async function buildBenchScripts(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    await build({
      configFile: false,
      root: projectPath('.'),
      logLevel: 'warn',
      build: {
        outDir: folder,
        emptyOutDir: false,
        copyPublicDir: false,
        target: ['chrome128', 'firefox142'],
        lib: {
          entry: projectPath(join('src/dev-tools/bench/browser', entry)),
          formats: ['iife'],
          name: 'newsglossBenchScript',
          fileName: () => `${name}.js`,
        },
      },
    });
  }
}
