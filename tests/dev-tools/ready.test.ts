import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/dev-tools/project-paths.ts';

const node = process.execPath;

/** Without a PATH, so that it can install nothing whatever it misses. */
function runReady(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(node, [projectPath('src/dev-tools/ready.mjs'), ...args], {
    cwd: tmpdir(),
    env: { PATH: '/nowhere', ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the command gets its arguments and stdout, and its exit code comes back', () => {
  const script = 'process.stdout.write(process.argv.slice(1).join()); process.exit(7)';
  expect(runReady(['--', node, '-e', script, '--', '--json', 'a b'])).toEqual({
    status: 7,
    stdout: '--json,a b',
    stderr: '',
  });
});

test("the command runs in the project's folder and is told the folder it was asked from", () => {
  const script = 'console.log(JSON.stringify([process.cwd(), process.env.INIT_CWD]))';
  const { stdout } = runReady(['--', node, '-e', script]);
  expect(JSON.parse(stdout)).toEqual([projectPath('').replace(/[\\/]$/, ''), tmpdir()]);
});

test.each([
  { args: ['--browser', '--', node, '-e', ''], missing: 'Chromium was not found' },
  {
    args: ['--browser', '--', node, '-e', '', '--', '--firefox'],
    missing: 'Firefox 142 or newer was not found',
  },
  { args: ['--browser=firefox', '--', node, '-e', ''], missing: 'Firefox 142 or newer was not found' },
])('$args says what is missing when a named browser is not there', ({ args, missing }) => {
  const nowhere = { CHROMIUM_PATH: '/nowhere/chromium', FIREFOX_PATH: '/nowhere/firefox' };
  const { status, stdout, stderr } = runReady(args, nowhere);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(missing);
});

test('a command that does not exist fails', () => {
  expect(runReady(['--', 'no-such-command'])).toMatchObject({ status: 1, stdout: '' });
});
