import { openStore, type Store } from '../store/open-store.ts';

let opening: Promise<Store> | null = null;

/** The worker's one store. A failed opening is tried again at the next call. @throws {StoreUnavailableError} */
export function database(): Promise<Store> {
  opening ??= openStore().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}
