import { vi } from 'vitest';

/** From the n-th write on, no write to any store finds room, as when the reader's disk is full; until `restore`. */
export function failingWrites(
  writeNumber: number,
  makeError: () => DOMException = () =>
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
): { readonly restore: () => void; readonly haveFailed: () => boolean; readonly count: () => number } {
  let count = 0;
  const spies = (['add', 'put'] as const).map((name) => {
    const write = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function failing(
      this: IDBObjectStore,
      ...row: Parameters<typeof write>
    ) {
      if (++count >= writeNumber) throw makeError();
      return write.apply(this, row);
    });
  });
  return {
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
    haveFailed: () => count >= writeNumber,
    count: () => count,
  };
}
