/**
 * Makes a fresh checkout ready, then runs a command: `node ready.mjs [--browser[=chromium|firefox|all]] -- COMMAND ARGS…`.
 *
 * Plain JavaScript without packages, since it is what installs them. All it says goes to stderr: stdout belongs to the
 * command, whose output may be piped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMissingBrowser, findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oldestNode = [20, 19];

/** Something the reader of the terminal has to do first; the message is the whole explanation. */
class NotReadyError extends Error {}

try {
  const { wantedBrowsers, command, args } = parseArguments(process.argv.slice(2));
  checkNodeVersion();
  if (!arePackagesInstalled()) await installPackages();
  const browserPaths = await findOrInstallBrowsers(wantedBrowsers);
  runCommand(command, args, browserPaths);
} catch (error) {
  if (!(error instanceof NotReadyError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** @param {string[]} argv */
function parseArguments(argv) {
  const separator = argv.indexOf('--');
  const [command, ...args] = separator < 0 ? [] : argv.slice(separator + 1);
  const flags = argv.slice(0, Math.max(separator, 0));
  if (!command)
    throw new NotReadyError('Usage: node ready.mjs [--browser[=chromium|firefox|all]] -- COMMAND ARGS…');
  const wantedBrowsers = flags.flatMap((flag) => {
    if (flag === '--browser') return [args.includes('--firefox') ? 'firefox' : 'chromium'];
    if (flag === '--browser=all') return ['chromium', 'firefox'];
    if (flag === '--browser=chromium') return ['chromium'];
    if (flag === '--browser=firefox') return ['firefox'];
    throw new NotReadyError(`ready.mjs does not know ${flag}.`);
  });
  return { wantedBrowsers, command, args };
}

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new NotReadyError(
    `Newsgloss needs Node ${oldestNode.join('.')} or newer and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list of what it installed as its last
 * step, so an interrupted installation has none. Packages for other platforms are optional and may be absent.
 */
function arePackagesInstalled() {
  const installedListPath = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedListPath)) return false;
  const wanted = readPackageList(join(root, 'package-lock.json'));
  const installed = readPackageList(installedListPath);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function readPackageList(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

async function installPackages() {
  const total = Object.keys(readPackageList(join(root, 'package-lock.json'))).length - 1;
  say(`Installing ${total} packages with npm ci. This happens once and takes about a minute.`);
  const startedAt = Date.now();
  const progress = setInterval(() => {
    say(`  still installing after ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 10_000);
  let code = await runNpm('ci');
  if (code !== 0) {
    say('npm ci did not work, for the reason above; trying npm install.');
    // npm ci refuses a lock file that lacks a package for some other platform: https://github.com/npm/cli/issues/4828
    code = await runNpm('install', '--no-save');
  }
  clearInterval(progress);
  if (code !== 0) throw new NotReadyError('npm failed, for the reason above; nothing was started.');
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
function runNpm(...args) {
  const allArgs = [...args, '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  return npm && /npm-cli\.[cm]?js$/.test(npm)
    ? runShowing(process.execPath, [npm, ...allArgs])
    : runShowing('npm', allArgs, { shell: process.platform === 'win32' });
}

/**
 * @param {string[]} names
 * @returns {Promise<Record<string, string>>} paths by name
 */
async function findOrInstallBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length > 0) await installBrowsers(missing);
  /** @type {Record<string, string>} */
  const paths = {};
  for (const name of names) {
    const path = findBrowser(name);
    if (path === null) throw new NotReadyError(describeMissingBrowser(name));
    paths[name] = path;
  }
  return paths;
}

/**
 * Installs browsers with apt where that needs no question, and does nothing elsewhere.
 * @param {string[]} names
 */
async function installBrowsers(names) {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  const packages = names.map((name) => (name === 'firefox' ? 'firefox-esr' : 'chromium'));
  say(`Installing ${packages.join(' and ')} with apt-get. This happens once and takes a few minutes.`);
  const prefix = isRoot ? ['env'] : ['sudo', '-n', 'env'];
  const apt = [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [program = 'env', ...rest] = apt;
  if ((await runShowing(program, [...rest, 'update'])) !== 0) return;
  await runShowing(program, [...rest, 'install', '-y', '--no-install-recommends', ...packages]);
}

/**
 * Runs a program with its output on stderr and returns its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function runShowing(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    child.on('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the command in the project's folder; the folder it was asked from is in INIT_CWD, as npm has it.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} browserPaths
 */
function runCommand(command, args, browserPaths) {
  const env = {
    ...process.env,
    INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter),
    ...(browserPaths.chromium && { CHROMIUM_PATH: browserPaths.chromium }),
    ...(browserPaths.firefox && { FIREFOX_PATH: browserPaths.firefox }),
  };
  const script = findPackageScript(command);
  const [program, allArgs] = script ? [process.execPath, [script, ...args]] : [command, args];
  const child = spawn(program, allArgs, { cwd: root, env, stdio: 'inherit' });
  // The terminal sends Ctrl-C to the command as well, which decides when to end; other senders know this process only.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    say(`${command} could not be started: ${error.message}`);
  });
  child.on('close', (code, signal) => {
    // Negative for a command that could not be started, which was said above.
    if (code !== null) process.exitCode = code < 0 ? 1 : code;
    else process.exitCode = 128 + (signal ? constants.signals[signal] : 0);
  });
}

/**
 * The script behind a package's command, so that it starts without a shell on every platform; null for other programs.
 * @param {string} command
 */
function findPackageScript(command) {
  const folder = join(root, 'node_modules', command);
  if (!existsSync(join(folder, 'package.json'))) return null;
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin?.[command];
  return path ? join(folder, path) : null;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
