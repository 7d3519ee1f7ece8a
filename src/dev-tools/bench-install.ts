/** `npm run bench:install [-- --records N]`: what installing and updating a large pack costs in a real Chromium. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mostNames } from './bench/bench-names.ts';
import { type InstallFigures, measureInstall } from './bench/install/measure-install.ts';
import { writeInstallSources } from './bench/install/write-install-sources.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' } } });
const recordCount = Number(values.records);
if (Number.isInteger(recordCount) && recordCount >= 1_000 && recordCount <= mostNames) {
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-bench-install-'));
  try {
    console.log(`writing three versions of a pack of ${recordCount} records …`);
    await writeInstallSources(recordCount, folder);
    console.log('installing them …');
    console.log(format(await measureInstall(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
} else {
  console.error(`npm run bench:install [-- --records N], N from 1000 to ${mostNames}`);
  process.exitCode = 2;
}

function format(figures: readonly InstallFigures[]): string {
  const megabytes = (bytes: number): string =>
    bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return figures
    .map((each) =>
      [
        `${each.step}: ${each.outcome}`,
        `  fetched            ${megabytes(each.bytes)}`,
        `  time               ${(each.ms / 1000).toFixed(2)} s`,
        `  processor time     ${each.pageSeconds.toFixed(2)} s in the page, ${each.browserSeconds.toFixed(2)} s in the whole browser`,
        `  memory at most     ${each.memoryBytes === null ? 'not told' : `${megabytes(each.memoryBytes)} more than before`}`,
        `  look-ups meanwhile ${each.lookUps}, the slowest ${each.slowestLookUpMs.toFixed(0)} ms`,
        `  stored             ${megabytes(each.storedBytes)}`,
        `  stages             ${each.stages.join(', ') || 'none'}`,
      ].join('\n'),
    )
    .join('\n\n');
}
