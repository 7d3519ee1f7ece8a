import { withLock } from './folder-lock.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { downloadSite } from './publish/download-site.ts';
import { publishedPlace } from './publish/published-place.ts';
import { folderFiles } from './publish/site-files.ts';
import { parseFingerprint } from './verify-command.ts';

/** Brings what is published into a folder: on another computer, or into an old copy. */
export const downloadCommand: PackSubcommand = {
  usage: 'download URL --out SITE [--root sha256:…] [--endpoint URL]',
  summary: 'bring what is published into a folder, to publish on from there',
  options: { out: { type: 'string' }, root: { type: 'string' }, endpoint: { type: 'string' } },
  needs: { count: 1, what: 'the address where it is published: https://… or s3://…' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const [address = '', fragment = null] = typed.split('#');
    const out = textOption(call, 'out');
    if (!out) throw new UsageError('Say which folder to bring it to: --out SITE');
    const fingerprint = parseFingerprint(textOption(call, 'root') ?? fragment);
    const { env, signal } = call;
    const place = publishedPlace(address, { endpoint: textOption(call, 'endpoint'), env, signal });
    const folder = call.resolvePath(out);
    const { files, timestamp } = await withLock(`${folder}.lock`, () =>
      downloadSite(place, folderFiles(folder), { fingerprint }),
    );
    return `Brought ${files} files to ${folder}, which now has timestamp ${timestamp}`;
  },
};
