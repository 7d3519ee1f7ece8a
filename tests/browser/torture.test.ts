import { expect, test } from 'vitest';
import { runTorture } from '../../src/dev-tools/torture/run-torture.ts';

// `npm run torture` does the same a hundred times.
test.each(['chromium', 'firefox'] as const)(
  '%s, killed at its work, comes back by itself, and a reader sees one whole version or the other',
  async (browser) => {
    const report = await runTorture({ browser, kills: 3, victim: 'browser', seed: 7, say: () => undefined });
    expect(report).toMatchObject({ kills: 3, badStates: [], unrecovered: [] });
    expect(Object.values(report.byDeed).reduce((sum, { kills }) => sum + kills, 0)).toBe(3);
  },
  // Each kill starts the browser anew: a quarter of a minute on a slow machine.
  240_000,
);
