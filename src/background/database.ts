import { openStore, type Store } from '../store/open-store.ts';
import { passMigration } from '../sync/pass-migration.ts';

let opening: Promise<Store> | null = null;

/** The worker's one store. A failed opening is tried again at the next call. @throws {StoreUnavailableError} */
export function database(): Promise<Store> {
  opening ??= openStore('newsgloss', { afterMigration: passMigration }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}
