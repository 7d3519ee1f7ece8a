/** Builds the client that the public TUF conformance suite runs, and says where it is. */
import { chmod, writeFile } from 'node:fs/promises';
import { projectPath } from './project-paths.ts';
import { buildForBrowsers } from './tuf-js-for-browsers.ts';

const entry = projectPath('src/dev-tools/tuf-conformance-client.ts');
await buildForBrowsers({ entry, name: 'tuf-conformance-client' });
const launcher = projectPath('dist/tuf-conformance-client');
await writeFile(launcher, '#!/usr/bin/env node\nimport("./tuf-conformance-client.mjs");\n');
await chmod(launcher, 0o755);
console.log(launcher);
