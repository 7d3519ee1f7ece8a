import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { tufJsForBrowsers } from '../../src/dev-tools/tuf-js-for-browsers.ts';
import { armFailpoint, disarmFailpoints, failpoint } from '../../src/sync/failpoints.ts';
import viteConfig from '../../vite.config.ts';

afterEach(disarmFailpoints);

describe('a failpoint', () => {
  it('acts once, at the pass it is armed for', async () => {
    const passes: string[] = [];
    armFailpoint('K5', { pass: 3, act: () => void passes.push('acted') });
    for (const pass of ['first', 'second', 'third', 'fourth']) {
      await failpoint('K4');
      await failpoint('K5');
      passes.push(pass);
    }
    expect(passes).toEqual(['first', 'second', 'acted', 'third', 'fourth']);
  });

  it('may throw, which is what its caller then does', async () => {
    const killed = new Error('killed');
    armFailpoint('K6', {
      pass: 1,
      act: () => {
        throw killed;
      },
    });
    await expect(failpoint('K6')).rejects.toBe(killed);
  });

  it('that is not armed does nothing', async () => {
    await expect(failpoint('K7')).resolves.toBeUndefined();
  });
});

describe('the background worker', () => {
  const traces = /\bK(?:1[0-4]|[1-9])\b|newsglossFailpoints|newsglossArm/g;

  it.each(['chrome', 'firefox'])('of a release for %s has no failpoint in it', async (mode) => {
    const code = await bundle(mode);
    expect(code).toContain('source.json');
    expect(code.match(traces)).toBeNull();
  });

  it('of a build for tests has them', async () => {
    expect((await bundle('chrome-failpoints')).match(traces)).toEqual(
      expect.arrayContaining(['newsglossArm', 'K1', 'K2', 'K3']),
    );
  });
});

/** The worker's code, with what the build of this mode defines. */
async function bundle(mode: string): Promise<string> {
  const { define } = (
    viteConfig as (env: { mode: string; command: 'build' }) => { define: Record<string, string> }
  )({ mode, command: 'build' });
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    define,
    plugins: [tufJsForBrowsers()],
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/background/index.ts', import.meta.url)),
        formats: ['es'],
      },
    },
  })) as Rolldown.RolldownOutput[];
  return result.flatMap(({ output }) => output.map((file) => ('code' in file ? file.code : ''))).join('\n');
}
