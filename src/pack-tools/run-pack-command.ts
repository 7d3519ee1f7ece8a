import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import { diffCommand } from './diff-command.ts';
import { downloadCommand } from './download-command.ts';
import { fromRegisterCommand } from './from-register-command.ts';
import { fromTablesCommand } from './from-tables-command.ts';
import { fromWikidataCommand } from './from-wikidata-command.ts';
import { keysCommand } from './keys-command.ts';
import { newCommand } from './new-command.ts';
import { formatProblem, PackSourceError } from './pack-problem.ts';
import { type PackSubcommand, type PackSurroundings, UsageError } from './pack-subcommand.ts';
import { previewCommand } from './preview-command.ts';
import { PublishError } from './publish/publish-error.ts';
import { publishCommand } from './publish-command.ts';
import { refreshCommand } from './refresh-command.ts';
import { revokeCommand } from './revoke-command.ts';
import { rotateCommand } from './rotate-command.ts';
import { schemaCommand } from './schema-command.ts';
import { serveCommand } from './serve-command.ts';
import { signCommand } from './sign-command.ts';
import { uploadCommand } from './upload-command.ts';
import { verifyCommand } from './verify-command.ts';
import { wikidataTablesCommand } from './wikidata-tables-command.ts';

const subcommands: Readonly<Record<string, PackSubcommand>> = {
  new: newCommand,
  check: checkCommand,
  preview: previewCommand,
  diff: diffCommand,
  build: buildCommand,
  serve: serveCommand,
  keys: keysCommand,
  publish: publishCommand,
  refresh: refreshCommand,
  verify: verifyCommand,
  rotate: rotateCommand,
  revoke: revokeCommand,
  sign: signCommand,
  upload: uploadCommand,
  download: downloadCommand,
  schema: schemaCommand,
  'from-wikidata': fromWikidataCommand,
  'from-register': fromRegisterCommand,
  'wikidata-tables': wikidataTablesCommand,
  'from-tables': fromTablesCommand,
};

export interface CommandResult {
  /** 0, or 2 when the caller has something to mend. */
  readonly exitCode: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What `npm run pack -- ARGS` says and its exit code. Paths in the arguments are seen from `cwd`. A command that goes on,
 * such as a server, does so until `signal` aborts. Without other surroundings there is nobody to ask and no environment.
 */
export async function runPackCommand(
  args: readonly string[],
  cwd: string,
  given: Partial<PackSurroundings> = {},
): Promise<CommandResult> {
  const surroundings = { ...bareSurroundings(), ...given };
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    return { exitCode: name === undefined ? 2 : 0, stdout: '', stderr: `${usage()}\n` };
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!subcommand) return failure(`There is no command "${name}".\n${usage()}`);
  try {
    const { values, positionals } = parse(subcommand, rest);
    const resolvePath = (path: string): string => resolve(cwd, path);
    const output = await subcommand.run({ ...surroundings, values, positionals, resolvePath });
    return { exitCode: 0, stdout: `${output}\n`, stderr: '' };
  } catch (error) {
    if (error instanceof PackSourceError) return failure(error.problems.map(formatProblem).join('\n'));
    if (error instanceof PublishError) return failure(error.message);
    if (error instanceof UsageError) {
      return failure(`${error.message}\nUsage: npm run pack -- ${subcommand.usage}`);
    }
    throw error;
  }
}

function bareSurroundings(): PackSurroundings {
  return {
    signal: new AbortController().signal,
    now: () => new Date(),
    env: {},
    askSecret: () => Promise.resolve(null),
    loadVerifier: () => import('./publish/verify-site.ts'),
  };
}

function parse(
  { options, needs }: PackSubcommand,
  args: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.length < needs.count) throw new UsageError(`Give ${needs.what}.`);
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function failure(message: string): CommandResult {
  return { exitCode: 2, stdout: '', stderr: `${message}\n` };
}

function usage(): string {
  const width = Math.max(...Object.values(subcommands).map((subcommand) => subcommand.usage.length));
  const lines = Object.values(subcommands).map((each) => `  ${each.usage.padEnd(width)}  ${each.summary}`);
  return ['Usage: npm run pack -- COMMAND', ...lines].join('\n');
}
