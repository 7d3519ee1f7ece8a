/** Builds the client that the public TUF conformance suite runs, and says where it is. */
import { chmod, writeFile } from 'node:fs/promises';
import { buildModule } from './build-module.ts';
import { projectPath } from './project-paths.ts';
import { tufJsForBrowsers } from './tuf-js-for-browsers.ts';

await buildModule({
  entry: 'src/dev-tools/tuf-conformance-client.ts',
  name: 'tuf-conformance-client',
  plugins: [tufJsForBrowsers()],
});
const launcher = projectPath('dist/tuf-conformance-client');
await writeFile(launcher, '#!/usr/bin/env node\nimport("./tuf-conformance-client.mjs");\n');
await chmod(launcher, 0o755);
console.log(launcher);
