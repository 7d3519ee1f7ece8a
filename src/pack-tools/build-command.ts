import { buildPacks, defaultPublisher } from './build-packs.ts';
import { formatReport } from './format-report.ts';
import { type PackSubcommand, UsageError } from './pack-subcommand.ts';

/** Writes packs as a source that readers can sync from. */
export const buildCommand: PackSubcommand = {
  usage: 'build DIR... --out OUT [--publisher NAME]',
  summary: 'write packs as a folder of static files to sync from',
  options: { out: { type: 'string' }, publisher: { type: 'string' } },
  async run({ positionals, values, resolvePath }) {
    if (!values.out) throw new UsageError('Say where to write the source: --out OUT');
    const out = resolvePath(values.out);
    const folders = positionals.map(resolvePath);
    const report = await buildPacks({ folders, out, publisher: values.publisher ?? defaultPublisher });
    return `Wrote ${out}\n${formatReport(report)}`;
  },
};
