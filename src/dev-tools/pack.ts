/** `npm run pack -- COMMAND ARGS...`: the publisher's tools. */

import { pathToFileURL } from 'node:url';
import { askSecret } from '../pack-tools/ask-secret.ts';
import type { PackSurroundings } from '../pack-tools/pack-subcommand.ts';
import { runPackCommand } from '../pack-tools/run-pack-command.ts';
import { buildModule } from './build-module.ts';
import { tufJsForBrowsers } from './tuf-js-for-browsers.ts';

// npm runs scripts in the project's folder; the folder it was called from is in INIT_CWD.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { exitCode, stdout, stderr } = await runPackCommand(process.argv.slice(2), cwd, {
  env: process.env,
  askSecret,
  loadVerifier,
});
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;

/** What judges a site has to be the code that browsers run, so it is bundled as for them. */
async function loadVerifier(): ReturnType<PackSurroundings['loadVerifier']> {
  const module = await buildModule({
    entry: 'src/pack-tools/publish/verify-site.ts',
    name: 'verify-site',
    plugins: [tufJsForBrowsers()],
  });
  return import(pathToFileURL(module).href) as ReturnType<PackSurroundings['loadVerifier']>;
}
