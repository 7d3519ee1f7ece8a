/**
 * `npm run bench:wikidata [-- ENTITIES]`: `from-wikidata` on a made-up dump (a million entities), and jq doing the same
 * selection on the same file, each in a process of its own.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { makeWikidataDump } from './make-wikidata-dump.ts';
import { projectPath } from './project-paths.ts';
import { packageScript } from './run-program.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const folder = projectPath('dist/bench-wikidata');
const dump = `${folder}/${count}.json`;
mkdirSync(folder, { recursive: true });
if (!existsSync(dump)) await makeWikidataDump(dump, count);
const megabytes = statSync(dump).size / 1e6;
console.log(`${count} entities, ${megabytes.toFixed(0)} MB`);

const out = `${folder}/pack`;
rmSync(out, { recursive: true, force: true });
const ours = seconds(() => {
  const script = projectPath('src/dev-tools/pack.ts');
  const args = ['from-wikidata', dump, '--recipe', 'world-people', '--out', out];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [packageScript('tsx/dist/cli.mjs'), script, ...args],
    { encoding: 'utf8' },
  );
  console.log(stdout.trim() || stderr);
  if (status !== 0) process.exit(1);
});
// What a publisher would type: lines without the array, entities of the class that have the property, the fields kept.
const selection =
  'select(any(.claims.P31[]?; .mainsnak.datavalue.value.id == "Q5") and .claims.P39) | {id, labels, descriptions, aliases, P39: .claims.P39}';
const jq = seconds(() => {
  const { status } = spawnSync('bash', [
    '-c',
    `sed -e 's/,$//' -e '/^[][]$/d' '${dump}' | jq -c '${selection}' | gzip -6 > '${folder}/jq.gz'`,
  ]);
  if (status !== 0) console.log('jq is not installed: nothing to compare with.');
});
console.log(
  `jq -c: ${(megabytes / jq).toFixed(1)} MB/s; from-wikidata takes ${(ours / jq).toFixed(2)} times as long`,
);

function seconds(run: () => void): number {
  const startedAt = performance.now();
  run();
  return (performance.now() - startedAt) / 1000;
}
