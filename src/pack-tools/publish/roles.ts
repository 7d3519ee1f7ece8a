/** Who signs what in a publisher's repository, and for how long it holds. */

export const roles = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof roles)[number];
/** Those whose keys stay where packs are published; root keys are kept apart from them. */
export const onlineRoles = ['targets', 'snapshot', 'timestamp'] as const;

/** How many keys a role has, and how many of them have to sign. */
export const keyCounts: Readonly<Record<Role, { readonly keys: number; readonly threshold: number }>> = {
  root: { keys: 3, threshold: 2 },
  targets: { keys: 1, threshold: 1 },
  snapshot: { keys: 1, threshold: 1 },
  timestamp: { keys: 1, threshold: 1 },
};

/** For how many days a signature of the role holds. */
export const lifetimeDays: Readonly<Record<Role, number>> = {
  root: 365,
  targets: 90,
  snapshot: 14,
  timestamp: 3,
};

const dayMs = 86_400_000;

/** When metadata that is signed now has to be signed again, in TUF's form: whole seconds, UTC. */
export function expiryOf(role: Role, now: Date): string {
  return `${new Date(now.getTime() + lifetimeDays[role] * dayMs).toISOString().slice(0, 19)}Z`;
}

/** Days from `now` on, as a fraction; negative when it is over. */
export const daysUntil = (expires: string, now: Date): number =>
  (Date.parse(expires) - now.getTime()) / dayMs;

export const isRole = (text: string): text is Role => roles.some((role) => role === text);
