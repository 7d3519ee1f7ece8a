import { readFile } from 'node:fs/promises';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { keyFileName } from './publish/key-folder.ts';
import { createKeyOpener } from './publish/passphrases.ts';
import { PublishError } from './publish/publish-error.ts';
import { roles } from './publish/roles.ts';
import { readDraftFile, signDraftFile } from './publish/root-draft.ts';
import type { SignedFile } from './publish/signed-file.ts';
import { readKeyHead } from './publish/signing-key.ts';

/** Adds the signature of a root key to the next root, on a computer that may have no network. */
export const signCommand: PackSubcommand = {
  usage: 'sign ROOT_DRAFT [--key FILE]',
  summary: 'show a change of keys, and with a root key sign it; also offline',
  options: { key: { type: 'string' } },
  needs: { count: 1, what: 'the draft that rotate has written' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const draft = call.resolvePath(typed);
    const typedKey = textOption(call, 'key');
    if (!typedKey) {
      const shown = describe(await readDraftFile(draft));
      return `${shown}\nIf that is what you were told, sign it: npm run pack -- sign ${typed} --key root-….pem`;
    }
    const path = call.resolvePath(typedKey);
    const head = readKeyHead(await readText(path));
    if (head?.role !== 'root') throw new UsageError(`${path} is no root key.`);
    const key = await createKeyOpener(call)({ path, ...head });
    const hadSigned = key.id in (await readDraftFile(draft)).metadata.signatures;
    const signed = await signDraftFile(draft, key);
    return `${hadSigned ? 'This key had signed it already.' : 'Signed.'}\n${describe(signed)}\nCarry ${typed} to the next holder, or back to the folder of keys.`;
  },
};

function describe({ metadata }: SignedFile<'root'>): string {
  const { version, expires, roles: named } = metadata.signed;
  const signatures = Object.keys(metadata.signatures).map((id) => id.slice(0, 8));
  return [
    `Root ${version} holds until ${expires.slice(0, 10)} and names these keys:`,
    ...roles.map(
      (role) => `  ${role}: ${(named[role]?.keyIDs ?? []).map((id) => keyFileName(role, id)).join(', ')}`,
    ),
    `It is signed by ${signatures.length > 0 ? signatures.join(', ') : 'nobody yet'}.`,
  ].join('\n');
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new PublishError(`${path} cannot be read.`, { cause });
  }
}
