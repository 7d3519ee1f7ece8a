/** `npm run pack -- COMMAND ARGS...`: the publisher's tools. */

import { runPackCommand } from './run-pack-command.ts';

// npm runs scripts in the project's folder; the folder it was called from is in INIT_CWD.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { exitCode, stdout, stderr } = await runPackCommand(process.argv.slice(2), cwd);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
