/** What each object store holds. The stores themselves are made by the ladder in `migrations.ts`. */

import type { DBSchema, StoreNames } from 'idb';
import type { PackVersion } from '../model/pack.ts';
import type { PackId, PackRecord, RecordId, RecordKind } from '../model/record.ts';

/** A generation is one installation of one pack; no two packs ever share a number. */
export type Generation = number;

/** Kinds that are asked for as a whole, and few enough to be. */
export type DossierKind = Extract<RecordKind, 'plan' | 'event'>;

export interface RecordRow {
  readonly packId: PackId;
  readonly generation: Generation;
  readonly record: PackRecord;
  /** Only on these kinds, so that the index of it costs the others nothing. */
  readonly dossier?: readonly [Generation, DossierKind];
  /** Only on persons: the countries and organisations in which they have a role. */
  readonly officesOf?: readonly (readonly [Generation, RecordId])[];
}

/** One way to begin one of a record's names. */
export interface NameEntry {
  /** The look-up key of the name, or what is left of it from a later word on. */
  readonly key: string;
  readonly id: RecordId;
  /** The record's, repeated here so that ranking reads no records. */
  readonly prior: number;
  readonly isTail?: true;
  readonly isWeak?: true;
}

/**
 * A run of a generation's sorted names. A row for each name with an index on its words took more than ten times as
 * long to write, which is most of what a reader waits for after installing.
 */
export interface NameBlock {
  readonly generation: Generation;
  /** Counts the blocks of a generation from 0. */
  readonly serial: number;
  /** The last entry's: the first block that is not before a key is then the first that can hold it. */
  readonly lastKey: string;
  /** By key. */
  readonly entries: readonly NameEntry[];
}

/** What a source was last seen to vouch for, so that it cannot go back. */
export interface TrustedMetadata {
  readonly sourceId: string;
  readonly role: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A choice as it is kept. */
export interface ChoiceRow {
  /** Where it holds: the caller's name for a page or a site, from which its address cannot be read. */
  readonly place: string;
  /** `ambiguityKey` of the readings. */
  readonly ambiguity: string;
  readonly packId: PackId;
  readonly id: RecordId;
}

export interface StoreSchema extends DBSchema {
  packs: { key: PackId; value: PackVersion };
  records: {
    key: [PackId, Generation, RecordId];
    value: RecordRow;
    indexes: { byDossier: [Generation, DossierKind]; byOffice: [Generation, RecordId] };
  };
  surfaceForms: { key: [Generation, string, number]; value: NameBlock };
  engines: { key: string; value: Blob };
  trustedMetadata: { key: [string, string]; value: TrustedMetadata };
  notes: { key: string; value: unknown };
  choices: { key: [string, string]; value: ChoiceRow };
}

export type StoreName = StoreNames<StoreSchema>;
