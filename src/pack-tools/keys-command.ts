import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { createKeyFolder, keyFileName, offlineFolder } from './publish/key-folder.ts';
import { choosePassphrase } from './publish/passphrases.ts';
import { keyCounts } from './publish/roles.ts';
import { sha256Of } from './publish/signed-file.ts';

/** Makes the keys of a new source. */
export const keysCommand: PackSubcommand = {
  usage: 'keys --out DIR',
  summary: 'make the keys that sign what you publish',
  options: { out: { type: 'string' } },
  needs: { count: 0, what: '' },
  async run(call) {
    const typed = textOption(call, 'out');
    if (!typed) throw new UsageError('Say where to write the keys: --out DIR');
    const folder = call.resolvePath(typed);
    const root = await createKeyFolder(folder, {
      now: call.now(),
      passphrases: async () => ({
        root: await choosePassphrase('root', call),
        online: await choosePassphrase('targets', call),
      }),
    });
    const { keyIDs = [] } = root.metadata.signed.roles.root ?? {};
    const { keys, threshold } = keyCounts.root;
    return [
      `Wrote the keys to ${folder}`,
      `${offlineFolder}/ has the ${keys} root keys, ${threshold} of which can replace every other key:`,
      ...keyIDs.map((id) => `  ${keyFileName('root', id)}`),
      'Carry each to another place that is not online, and remove it here. Without two of them no key can be',
      'replaced, and readers have to add your source anew. Keep a copy of every file; none is ever published.',
      'Readers know your source by this end of its address:',
      `  #root=sha256:${sha256Of(root.bytes)}`,
      `Next: npm run pack -- publish BUILT_PACK --keys ${typed} --out SITE`,
    ].join('\n');
  },
};
