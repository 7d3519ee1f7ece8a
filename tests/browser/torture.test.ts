import { expect, test } from 'vitest';
import { runTorture } from '../../src/dev-tools/torture/run-torture.ts';

// `npm run torture` does the same a hundred times.
test.each(['chromium', 'firefox'] as const)(
  '%s, killed while it updates a pack, comes back by itself, and a reader sees one whole version or the other',
  async (browser) => {
    const report = await runTorture({ browser, kills: 3, victim: 'browser', seed: 7, say: () => undefined });
    expect(report).toMatchObject({ kills: 3, badStates: [], unrecovered: [] });
    expect(report.old + report.new).toBe(3);
  },
);
