import { buildModule } from './build-module.ts';

/** Writes `dist/bench-engine.mjs`, one self-contained module, and returns its path. */
export const buildBenchEngine = (): Promise<string> =>
  buildModule({ entry: 'src/dev-tools/bench-engine-entry.ts', name: 'bench-engine' });
