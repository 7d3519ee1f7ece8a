import { assemblePacks, siblingPacks } from './assemble-packs.ts';
import { formatReport } from './format-report.ts';
import type { PackSubcommand } from './pack-subcommand.ts';
import { reportBuild } from './report-build.ts';

/** Says what is wrong with packs, or what they hold. Their references may lead to packs that lie beside them. */
export const checkCommand: PackSubcommand = {
  usage: 'check DIR...',
  summary: 'say what is wrong with packs, without building them',
  options: {},
  needs: { count: 1, what: 'at least one folder' },
  async run({ positionals, resolvePath }) {
    const folders = positionals.map(resolvePath);
    const packs = await assemblePacks(folders, { besides: await siblingPacks(folders) });
    return `No problems.\n${formatReport(reportBuild(packs, []))}`;
  },
};
