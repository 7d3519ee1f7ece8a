/** What is trusted of signed sources, once more in `storage.local`, which outlives the database. */

import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { StoreUnavailableError } from '../store/store-errors.ts';
import type { TrustedCopies, TrustedCopy } from '../sync/trusted-state.ts';

const copySchema = v.object({
  rootSha256: v.string(),
  signedBy: v.array(v.string()),
  refreshedAt: v.number(),
  expiresAt: v.number(),
  restored: v.nullable(v.object({ from: v.picklist(['database', 'copy']), restoredAt: v.number() })),
  root: v.string(),
  timestamp: v.string(),
  snapshot: v.string(),
}) satisfies v.GenericSchema<unknown, TrustedCopy>;

/** Every source has its own, so that writing one cannot lose another. */
const keyOf = (sourceId: string): string => `trusted ${sourceId}`;

export const trustedCopies: TrustedCopies = {
  async read(sourceId) {
    const stored = await browser.storage.local.get(keyOf(sourceId));
    const copy = v.safeParse(copySchema, stored[keyOf(sourceId)]);
    return copy.success ? copy.output : null;
  },
  async write(sourceId, copy) {
    try {
      await browser.storage.local.set({ [keyOf(sourceId)]: copy });
    } catch (cause) {
      throw new StoreUnavailableError(
        'The browser does not let Newsgloss remember what a source has signed. Restart the browser, and check that the disk is not full.',
        { cause },
      );
    }
  },
};

/** For a source that was removed: when it is added again, it is trusted anew. */
export const forgetTrustedCopy = (sourceId: string): Promise<void> =>
  browser.storage.local.remove(keyOf(sourceId));
