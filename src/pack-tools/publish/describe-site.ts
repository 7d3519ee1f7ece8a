import type { Published } from './open-repository.ts';
import { daysUntil, onlineRoles, type Role, roles } from './roles.ts';
import type { Site } from './sign-site.ts';
import { sha256Of } from './signed-file.ts';

/** Days before its end on which a signature is called for: a person has to come for some, and the others fail to be made. */
const noticeDays = { root: 60, targets: 30, snapshot: 3, timestamp: 1 };

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
      snapshot: published.snapshot.metadata.signed.expires,
      timestamp: published.timestamp.metadata.signed.expires,
      now,
    }),
    `Sign the timestamp anew every day: npm run pack -- refresh ${files.name} --keys ${desk.folder}`,
    `Readers add the address of the folder with this end: #root=sha256:${sha256Of(first.bytes)}`,
  ];
}

/** What ends soon, and what to do before. */
export function noticesOf({
  now,
  ...ends
}: Readonly<Record<Role, string>> & { readonly now: Date }): string[] {
  return roles.flatMap((role) => {
    const days = daysUntil(ends[role], now);
    return days < noticeDays[role] ? [`NOTE: ${notices[role](Math.max(0, Math.floor(days)))}`] : [];
  });
}

const notices: Readonly<Record<Role, (days: number) => string>> = {
  root: (days) =>
    `the root ends in ${days} days, and readers then get no updates. Two holders of root keys have to sign a new one: npm run pack -- rotate SITE --renew --keys DIR`,
  targets: (days) =>
    `the list of packs ends in ${days} days, and readers then get no updates. Publish, or sign it as it is: npm run pack -- refresh SITE --targets --keys DIR`,
  snapshot: (days) =>
    `the snapshot ends in ${days} days, and readers then get no updates. Run refresh where the snapshot key is: npm run pack -- refresh SITE --keys DIR`,
  timestamp: () =>
    'the timestamp ends within a day, and readers then get no updates. See why refresh does not run every day: npm run pack -- refresh SITE --keys DIR',
};

/** `2026-11-29 12:00 UTC`. */
export const dateOf = (expires: string): string => `${expires.slice(0, 10)} ${expires.slice(11, 16)} UTC`;

export const formatBytes = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1e6
      ? `${Math.round(bytes / 1_000)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;
