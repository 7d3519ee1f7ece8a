import { spawn } from 'node:child_process';
import { projectPath } from './project-paths.ts';

export interface ProgramResult {
  readonly exitCode: number;
  /** What it wrote to stdout and stderr, in the order it arrived. */
  readonly output: string;
}

/** The exit code and output of a program run in the project's folder; `onOutput` sees the output as it comes. */
export function runProgram(
  program: string,
  args: readonly string[],
  { onOutput }: { onOutput?: (text: string) => void } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    // Programs that write to a pipe cannot see whether a terminal is at its end.
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
    const env = { ...process.env, ...colour, NO_UPDATE_NOTIFIER: '1' };
    const child = spawn(program, args, { cwd: projectPath('.'), env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (text: string) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** The script of a package's command, to be run with Node: `node_modules/.bin` holds shell scripts on Windows. */
export function packageScript(path: string): string {
  return projectPath(`node_modules/${path}`);
}
