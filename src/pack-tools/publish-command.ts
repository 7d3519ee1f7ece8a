import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { describeSignatures, formatBytes } from './publish/describe-site.ts';
import { openSite } from './publish/open-site.ts';
import { type PublishedPack, publishPacks } from './publish/publish-packs.ts';
import { readBuiltPacks } from './publish/read-pack.ts';
import { folderFiles } from './publish/site-files.ts';
import { siteOptionsOf, withSiteLock } from './publish/site-options-of.ts';
import { uploaderOf, uploadOptions } from './upload-command.ts';

/** Signs built packs and puts them into a folder for any web server. */
export const publishCommand: PackSubcommand = {
  usage: 'publish BUILT_PACK... --keys DIR --out SITE [--to s3://BUCKET] [--allow-fewer]',
  summary: 'sign built packs as the next version of a folder for any web server',
  options: {
    keys: { type: 'string' },
    out: { type: 'string' },
    'allow-fewer': { type: 'boolean' },
    ...uploadOptions,
  },
  needs: { count: 1, what: 'at least one folder that build has written' },
  async run(call) {
    const out = textOption(call, 'out');
    if (!out) throw new UsageError('Say which folder to publish: --out SITE');
    const options = siteOptionsOf(call, out);
    const built = await Promise.all(
      call.positionals.map((path) => readBuiltPacks(folderFiles(call.resolvePath(path)))),
    );
    return withSiteLock(options, async () => {
      const site = await openSite(options);
      const uploader = uploaderOf(call, site.files);
      await uploader?.check();
      const report = await publishPacks(site, built.flat(), {
        mayShrink: call.values['allow-fewer'] === true,
      });
      const { removedFiles } = report;
      return [
        `Published in ${options.folder}`,
        ...report.packs.map((pack) => `  ${describePack(pack)}`),
        ...(removedFiles > 0 ? [`  removed ${removedFiles} files that nobody has needed for weeks`] : []),
        ...describeSignatures(site, report.published),
        ...((await uploader?.upload()) ?? []),
        `Check it with: npm run pack -- verify ${out}`,
      ].join('\n');
    });
  },
};

function describePack({ id, from, to, changes, packBytes, patchBytes }: PublishedPack): string {
  const size = formatBytes(packBytes);
  if (!changes) return `${id} ${to}: nothing has changed`;
  if (from === null) return `${id} ${to}: new, ${changes.added} records, ${size}`;
  const { added, changed, removed } = changes;
  const how =
    patchBytes === null
      ? `readers fetch what changed of ${size}`
      : `readers fetch ${formatBytes(patchBytes)} of ${size}`;
  return `${id} ${from} → ${to}: ${added} added, ${changed} changed, ${removed} removed; ${how}`;
}
