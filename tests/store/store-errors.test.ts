import { describe, expect, it } from 'vitest';
import { PacksChangedError } from '../../src/store/packs-changed-error.ts';
import { asStoreError, StoreFullError, StoreUnavailableError } from '../../src/store/store-errors.ts';
import { transact } from '../../src/store/transact.ts';
import { freshStore } from '../support/fresh-store.ts';

const aborted = new DOMException('The transaction was aborted.', 'AbortError');

describe('asStoreError', () => {
  const rows: { name: string; cause: unknown; reason?: unknown; expected: unknown }[] = [
    {
      name: 'Firefox without room',
      cause: new DOMException(
        'The current transaction exceeded its quota limitations.',
        'QuotaExceededError',
      ),
      expected: expect.any(StoreFullError),
    },
    {
      name: 'Chromium without room',
      cause: new DOMException('Internal error: IO error: 000005.log: NO_SPACE', 'UnknownError'),
      expected: expect.any(StoreFullError),
    },
    {
      name: 'a request that only says it was aborted, where the transaction says why',
      cause: aborted,
      reason: new DOMException('Encountered full disk while committing transaction.', 'QuotaExceededError'),
      expected: expect.any(StoreFullError),
    },
    {
      name: 'a connection that was lost',
      cause: new DOMException('Connection is closing.', 'InvalidStateError'),
      expected: expect.any(StoreUnavailableError),
    },
    {
      name: 'trouble of the disk that is no lack of room',
      cause: new DOMException('Internal error reading from backing store', 'UnknownError'),
      expected: expect.any(StoreUnavailableError),
    },
    {
      name: 'our own mistake',
      cause: new DOMException('Key already exists.', 'ConstraintError'),
      reason: aborted,
      expected: expect.objectContaining({ name: 'ConstraintError' }),
    },
    {
      name: 'an error thrown between requests',
      cause: new PacksChangedError('changed'),
      reason: aborted,
      expected: expect.any(PacksChangedError),
    },
  ];
  it.each(rows)('names $name', ({ cause, reason, expected }) => {
    expect(asStoreError(cause, reason)).toEqual(expected);
  });
});

describe('transact', () => {
  it('undoes everything when the work throws, and throws that error', async () => {
    const store = await freshStore();
    const failing = transact(store, { stores: ['notes'], mode: 'readwrite' }, async (transaction) => {
      await transaction.objectStore('notes').put('half', 'a');
      throw new RangeError('in the middle');
    });
    await expect(failing).rejects.toThrow(RangeError);
    const keys = await transact(store, { stores: ['notes'], mode: 'readonly' }, (transaction) =>
      transaction.objectStore('notes').getAllKeys(),
    );
    expect(keys).toEqual([]);
  });

  it('undoes everything when one of many requests fails, and throws its error', async () => {
    const store = await freshStore();
    const failing = transact(store, { stores: ['notes'], mode: 'readwrite' }, (transaction) =>
      Promise.all(['a', 'b', 'a', 'c'].map((key) => transaction.objectStore('notes').add('value', key))),
    );
    await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
    const count = await transact(store, { stores: ['notes'], mode: 'readonly' }, (transaction) =>
      transaction.objectStore('notes').count(),
    );
    expect(count).toBe(0);
  });
});
