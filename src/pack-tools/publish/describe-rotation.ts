import { keyFileName, offlineFolder } from './key-folder.ts';
import { draftName } from './root-draft.ts';
import type { RotationState } from './rotate-keys.ts';

/** What was done to the keys, and who has to do what next. */
export function describeRotation(
  state: RotationState,
  { site, keys }: { site: string; keys: string },
): string {
  if (state.type === 'waiting') {
    const { count, from } = state.missing;
    return [
      `The next root is in ${keys}/${draftName}. It needs the signatures of ${count} more of these root keys:`,
      ...from.map((id) => `  ${keyFileName('root', id)}`),
      `Carry the file to whoever has one; there: npm run pack -- sign ${draftName} --key root-….pem`,
      `Bring it back to the same place, then go on: npm run pack -- rotate ${site} --keys ${keys}`,
      'Until then everything stays as it is, and the present keys go on being used.',
    ].join('\n');
  }
  const { root, changed } = state;
  const { version, roles } = root.metadata.signed;
  const lines = [`Root ${version} is in use in ${site}. Upload it again before you do anything else.`];
  for (const role of changed) {
    const ids = roles[role]?.keyIDs ?? [];
    lines.push(`  ${role}: ${ids.map((id) => keyFileName(role, id)).join(', ')}`);
  }
  if (changed.includes('root')) {
    lines.push(
      `Carry the new root keys from ${keys}/${offlineFolder} to other places, and remove them there.`,
    );
  }
  if (changed.some((role) => role !== 'root')) {
    lines.push(
      'Keep copies of the new files. Whatever signs every day needs them, such as the secrets of a workflow; the files of the old keys can be deleted.',
    );
  }
  return lines.join('\n');
}
