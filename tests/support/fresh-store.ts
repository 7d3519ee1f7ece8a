import 'fake-indexeddb/auto';
import { openStore, type Store } from '../../src/store/open-store.ts';

let count = 0;

/** A name that no other database has. */
export const freshName = (): string => `newsgloss-test-${++count}`;

/** A new, empty store of the real kind. */
export const freshStore = (): Promise<Store> => openStore(freshName());
