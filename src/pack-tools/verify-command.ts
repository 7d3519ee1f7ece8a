import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { dateOf, formatBytes, noticesOf } from './publish/describe-site.ts';
import { PublishError } from './publish/publish-error.ts';
import type { VerifyInput } from './publish/verify-site.ts';

/** Checks what is published as a reader's browser would, and all of it. */
export const verifyCommand: PackSubcommand = {
  usage: 'verify URL_OR_SITE [--root sha256:…] [--strict]',
  summary: 'check all of a published folder or address as a reader’s browser would',
  options: { root: { type: 'string' }, strict: { type: 'boolean' } },
  needs: { count: 1, what: 'the address or the folder that is published' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const [address = '', fragment = null] = typed.split('#');
    const place = placeOf(address, call.resolvePath);
    const { verifySite } = await call.loadVerifier();
    const result = await verifySite({
      place,
      fingerprint: parseFingerprint(textOption(call, 'root') ?? fragment),
      now: call.now(),
      signal: call.signal,
    });
    if (!result.ok) throw new PublishError(result.message);
    const { expires, packs, rootVersion, fingerprint } = result;
    const notices = noticesOf({ ...expires, now: call.now() });
    // For what runs every day and tells somebody when it fails.
    if (call.values.strict === true && notices[0]) throw new PublishError(notices.join('\n'));
    return [
      `No faults in ${address}`,
      ...packs.map(
        ({ id, sequence, recordCount, bytes, patches }) =>
          `  ${id} ${sequence}: ${recordCount} records, ${formatBytes(bytes)}, ${patches} patches`,
      ),
      `Timestamp until ${dateOf(expires.timestamp)}, snapshot until ${dateOf(expires.snapshot)}, list of packs until ${dateOf(expires.targets)}, root ${rootVersion} until ${dateOf(expires.root)}`,
      ...notices,
      `#root=sha256:${fingerprint}`,
    ].join('\n');
  },
};

function placeOf(address: string, resolvePath: (path: string) => string): VerifyInput['place'] {
  if (!/^https?:\/\//i.test(address)) return { type: 'folder', folder: resolvePath(address) };
  const url = URL.parse(address);
  if (!url) throw new UsageError(`${address} is no web address.`);
  return { type: 'url', baseUrl: url.href.endsWith('/') ? url.href : `${url.href}/` };
}

/** `sha256:…` or `root=sha256:…`, as it stands at the end of an address. @throws {UsageError} */
export function parseFingerprint(text: string | null): string | null {
  if (text === null) return null;
  const digest = /^(?:root=)?sha256:([0-9a-f]{64})$/i.exec(text.trim())?.[1];
  if (digest === undefined) {
    throw new UsageError(`${text} is no fingerprint of a root; it looks like sha256: and 64 hex digits.`);
  }
  return digest.toLowerCase();
}
