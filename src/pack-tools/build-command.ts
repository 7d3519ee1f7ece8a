import { readdir } from 'node:fs/promises';
import { sourceIndexName } from '../model/pack.ts';
import { buildPacks, defaultPublisher } from './build-packs.ts';
import { formatReport } from './format-report.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';

/** Writes packs as a source that readers can sync from. */
export const buildCommand: PackSubcommand = {
  usage: 'build DIR... --out OUT [--publisher NAME]',
  summary: 'write packs as a folder of static files to sync from',
  options: { out: { type: 'string' }, publisher: { type: 'string' } },
  needs: { count: 1, what: 'at least one folder' },
  async run(call) {
    const { positionals, resolvePath } = call;
    const typedOut = textOption(call, 'out');
    if (!typedOut) throw new UsageError('Say where to write the source: --out OUT');
    const out = resolvePath(typedOut);
    await checkIsReplaceable(out);
    const folders = positionals.map(resolvePath);
    const report = await buildPacks({
      folders,
      out,
      publisher: textOption(call, 'publisher') ?? defaultPublisher,
    });
    return `Wrote ${out}\n${formatReport(report)}`;
  },
};

/** What a built source has at its top. */
const sourceEntries: ReadonlySet<string> = new Set(['blob', 'targets', sourceIndexName]);

/** A build replaces OUT whole, so it may hold nothing but an earlier build. @throws {UsageError} */
async function checkIsReplaceable(out: string): Promise<void> {
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new UsageError(`${out} is a file; name a folder to write to.`);
    throw error;
  });
  const own = entries.filter((name) => !sourceEntries.has(name));
  if (own.length === 0) return;
  throw new UsageError(
    `${out} holds other files, such as ${own.sort()[0]}, which would be lost; name a new or empty folder.`,
  );
}
