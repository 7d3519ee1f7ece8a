/** The only way to the database: one transaction, all of it or nothing. */

import type { IDBPTransaction } from 'idb';
import type { Store } from './open-store.ts';
import type { StoreName, StoreSchema } from './schema.ts';
import { asOpenError, asStoreError } from './store-errors.ts';

export interface TransactionOptions<Names extends StoreName[], Mode extends IDBTransactionMode> {
  readonly stores: Names;
  readonly mode: Mode;
  /** `strict` where losing the last write to a power cut would be worse than waiting for the disk. */
  readonly durability?: 'strict' | 'relaxed';
}

/**
 * What `work` returns, once the transaction has been committed; when `work` throws, nothing has happened. `work` may
 * await nothing but requests of the transaction. @throws {StoreUnavailableError} {StoreFullError}
 */
export async function transact<
  const Names extends StoreName[],
  Mode extends 'readonly' | 'readwrite',
  Result,
>(
  store: Store,
  options: TransactionOptions<Names, Mode>,
  work: (transaction: IDBPTransaction<StoreSchema, Names, Mode>) => Promise<Result>,
): Promise<Result> {
  const transaction = await begin(store, options);
  const ending = transaction.done.then(
    () => ({ isCommitted: true as const }),
    (reason: unknown) => ({ isCommitted: false as const, reason }),
  );
  let result: Result;
  try {
    result = await work(transaction);
  } catch (cause) {
    abort(transaction);
    const end = await ending;
    throw asStoreError(cause, end.isCommitted ? undefined : end.reason);
  }
  const end = await ending;
  if (!end.isCommitted) throw asStoreError(end.reason);
  return result;
}

/** Browsers close connections under us (disk trouble, a cleared profile): one fresh connection is tried. */
async function begin<Names extends StoreName[], Mode extends 'readonly' | 'readwrite'>(
  store: Store,
  { stores, mode, durability = 'relaxed' }: TransactionOptions<Names, Mode>,
): Promise<IDBPTransaction<StoreSchema, Names, Mode>> {
  const connection = await store.connect();
  try {
    return connection.transaction(stores, mode, { durability });
  } catch (cause) {
    if (!isInvalidState(cause)) throw asStoreError(cause);
  }
  const fresh = await store.connect(connection);
  try {
    return fresh.transaction(stores, mode, { durability });
  } catch (cause) {
    throw asOpenError(cause);
  }
}

/** A transaction whose request failed may be over already: that is what was wanted. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (cause) {
    if (!isInvalidState(cause)) throw cause;
  }
}

function isInvalidState(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidStateError';
}
