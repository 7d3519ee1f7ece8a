/**
 * `npm test [-- PATTERN…]`: every check and every test; with patterns, only the tests of matching files. Each check
 * counts as one in the last line. The exit code is 1 when anything failed.
 */

import { type Check, runChecks } from './run-checks.ts';
import { packageScript } from './run-program.ts';
import { runVitest } from './run-vitest.ts';

const patterns = process.argv.slice(2);
const node = (script: string, ...args: string[]): readonly string[] => [
  process.execPath,
  packageScript(script),
  ...args,
];

const checks: readonly Check[] = [
  { name: 'format and lint (biome)', command: node('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.') },
  { name: 'lint with types (oxlint)', command: node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'types (tsc)', command: node('typescript/bin/tsc', '--noEmit') },
  { name: 'unused code (knip)', command: node('knip/bin/knip.js', '--no-progress') },
  {
    name: 'build for Chromium and Firefox',
    command: node('tsx/dist/cli.mjs', 'src/dev-tools/build.ts'),
    next: {
      name: "Firefox's add-on rules (web-ext lint)",
      command: node(
        'web-ext/bin/web-ext.js',
        'lint',
        '--source-dir=dist/firefox',
        '--no-config-discovery',
        '--no-input',
      ),
    },
  },
];

const results = [...(patterns.length > 0 ? [] : [await runChecks(checks)]), await runVitest(patterns)];
const total = (name: 'passed' | 'failed' | 'skipped'): number =>
  results.reduce((sum, result) => sum + result[name], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 ? 1 : 0;
