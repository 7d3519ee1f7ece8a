import type { Store } from '../../src/store/open-store.ts';

/** A dead process does nothing any more: neither does it go on, nor does it tidy up. */
export class Killed extends Error {}

/** The store as a process sees it that is killed before its n-th transaction. */
export function killedBefore(store: Store, transactionNumber: number): Store & { wasKilled(): boolean } {
  let count = 0;
  return {
    ...store,
    async connect(stale) {
      if (++count >= transactionNumber) throw new Killed();
      return store.connect(stale);
    },
    wasKilled: () => count >= transactionNumber,
  };
}
