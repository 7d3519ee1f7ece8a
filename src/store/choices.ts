/** What the reader chose where the evidence left several readings. Pages and sites are kept by a hash of their address only. */

import type { Store } from './open-store.ts';
import type { ChoiceRow } from './schema.ts';
import { transact } from './transact.ts';

/** The choices that were made for a place, by the readings they were between. */
export async function getChoices(store: Store, place: string): Promise<ReadonlyMap<string, ChoiceRow>> {
  const rows = await transact(store, { stores: ['choices'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('choices').getAll(IDBKeyRange.bound([place], [place, []])),
  );
  return new Map(rows.map((row) => [row.ambiguity, row]));
}

/** Forgets what was chosen between these readings in these places, and keeps the new choice if there is one. */
export async function replaceChoice(
  store: Store,
  { places, ambiguity, choice }: { places: readonly string[]; ambiguity: string; choice: ChoiceRow | null },
): Promise<void> {
  await transact(store, { stores: ['choices'], mode: 'readwrite' }, async (transaction) => {
    const choices = transaction.objectStore('choices');
    await Promise.all(places.map((place) => choices.delete([place, ambiguity])));
    if (choice) await choices.put(choice);
  });
}

export async function countChoices(store: Store): Promise<number> {
  return transact(store, { stores: ['choices'], mode: 'readonly' }, (transaction) =>
    transaction.objectStore('choices').count(),
  );
}

export async function forgetChoices(store: Store): Promise<void> {
  await transact(store, { stores: ['choices'], mode: 'readwrite' }, (transaction) =>
    transaction.objectStore('choices').clear(),
  );
}
