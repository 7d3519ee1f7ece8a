import { build } from 'vite';
import { projectPath } from './project-paths.ts';

/** Writes `dist/bench-engine.mjs`, one self-contained module, and returns its path. */
export async function buildBenchEngine(): Promise<string> {
  await build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'warn',
    build: {
      outDir: projectPath('dist'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      lib: {
        entry: projectPath('src/dev-tools/bench-engine-entry.ts'),
        formats: ['es'],
        fileName: () => 'bench-engine.mjs',
      },
    },
  });
  return projectPath('dist/bench-engine.mjs');
}
