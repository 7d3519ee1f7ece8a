import type { RecordKind } from '../model/record.ts';

/** What a reader calls a kind: one of them, and a group of them. */
export const kindNames: Readonly<Record<RecordKind, { readonly one: string; readonly many: string }>> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  plan: { one: 'Plan', many: 'Plans' },
  event: { one: 'Event', many: 'Events' },
};

/** The order in which lists show kinds: what readers ask for most comes first. */
export const kindOrder: readonly RecordKind[] = ['plan', 'person', 'organisation', 'event', 'place'];
