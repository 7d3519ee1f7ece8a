import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Link, UnresolvedPlan } from '../../src/model/link.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface AnnotateOutput {
  title: string | null;
  publishedAt: string | null;
  language: string | null;
  text: string;
  links: Link[];
  unresolvedPlans: UnresolvedPlan[];
}

/** Exit code and output of the real command line. `input` goes to its standard input. */
export function runAnnotate(
  args: string[],
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `${root}/src/pack-tools/annotate-command.ts`, ...args],
      { cwd: root, maxBuffer: 64_000_000 },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** The parsed `--json` output; fails when the command does. */
export async function annotateToJson(args: string[], input = ''): Promise<AnnotateOutput> {
  const { code, stdout, stderr } = await runAnnotate([...args, '--json'], input);
  if (code !== 0) throw new Error(`annotate ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as AnnotateOutput;
}
