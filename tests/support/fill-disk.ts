import { vi } from 'vitest';

export interface FullDisk {
  readonly browser: 'Chromium' | 'Firefox';
  /** `behind the write`: the request is accepted, and its transaction ends for want of room. */
  readonly when: 'at the write' | 'behind the write';
}

const errors = {
  Chromium: () => new DOMException('Internal error: IO error: NO_SPACE', 'UnknownError'),
  Firefox: () => new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
};

/** From the n-th write on, no write to any store finds room, until `restore`. */
export function fillDisk(
  { browser, when }: FullDisk,
  writeNumber: number,
): { readonly restore: () => void; readonly hasFailed: () => boolean } {
  let count = 0;
  const spies = (['add', 'put'] as const).map((name) => {
    const write = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function fail(
      this: IDBObjectStore,
      ...row: Parameters<typeof write>
    ) {
      if (++count < writeNumber) return write.apply(this, row);
      if (when === 'at the write') throw errors[browser]();
      const request = write.apply(this, row);
      abortForQuota(this.transaction);
      return request;
    });
  });
  return {
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
    hasFailed: () => count >= writeNumber,
  };
}

/** As only the browser itself can end a transaction: fake-indexeddb has a method for it. */
function abortForQuota(transaction: IDBTransaction & { _abort?(errorName: string): void }): void {
  if (!transaction._abort) throw new Error('fake-indexeddb has no way to fail a transaction any more.');
  transaction._abort('QuotaExceededError');
}
