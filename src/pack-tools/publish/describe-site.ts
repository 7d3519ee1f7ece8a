import type { Published } from './open-repository.ts';
import { daysUntil, onlineRoles } from './roles.ts';
import type { Site } from './sign-site.ts';
import { sha256Of } from './signed-file.ts';

/** Days before its end on which a signature that needs a person is called for. */
const noticeDays = { root: 60, targets: 30 };

/** Until when the signatures hold, what has to be done before, and by which address readers subscribe. */
export function describeSignatures({ repository, desk, files, now }: Site, published: Published): string[] {
  const { roots, root } = repository;
  const names = { targets: 'list of packs', snapshot: 'snapshot', timestamp: 'timestamp' };
  const ends = onlineRoles.map(
    (role) => `${names[role]} until ${dateOf(published[role].metadata.signed.expires)}`,
  );
  const first = roots[0] ?? root;
  return [
    `Signed: ${ends.join(', ')}, root until ${dateOf(root.metadata.signed.expires)}`,
    ...noticesOf({
      root: root.metadata.signed.expires,
      targets: published.targets.metadata.signed.expires,
      now,
    }),
    `Sign the timestamp anew every day: npm run pack -- refresh ${files.name} --keys ${desk.folder}`,
    `Readers add the address of the folder with this end: #root=sha256:${sha256Of(first.bytes)}`,
  ];
}

/** What ends soon although nothing signs it by itself. */
export function noticesOf({ root, targets, now }: { root: string; targets: string; now: Date }): string[] {
  const notices: string[] = [];
  const days = (expires: string) => Math.max(0, Math.floor(daysUntil(expires, now)));
  if (days(root) < noticeDays.root) {
    notices.push(
      `NOTE: the root ends in ${days(root)} days, and readers then refuse your source. Two holders of root keys have to sign a new one: npm run pack -- rotate SITE --renew --keys DIR`,
    );
  }
  if (days(targets) < noticeDays.targets) {
    notices.push(
      `NOTE: the list of packs ends in ${days(targets)} days, and readers then get no updates. Publish, or sign it as it is: npm run pack -- refresh SITE --targets --keys DIR`,
    );
  }
  return notices;
}

/** `2026-11-29 12:00 UTC`. */
export const dateOf = (expires: string): string => `${expires.slice(0, 10)} ${expires.slice(11, 16)} UTC`;

export const formatBytes = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1e6
      ? `${Math.round(bytes / 1_000)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;
