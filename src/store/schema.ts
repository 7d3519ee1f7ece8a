/** What each object store holds. The stores themselves are made by the ladder in `migrations.ts`. */

import type { DBSchema, StoreNames } from 'idb';
import type { HeldPack } from '../model/held-pack.ts';
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
  /** `hashLine` of the record as it came; absent on rows from before there were patches. */
  readonly lineHash?: string;
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

/** A part of a sorted run of names that waits to be merged with others into blocks. */
export interface NameRunPart {
  readonly generation: Generation;
  readonly run: number;
  /** Counts the parts of a run from 0. */
  readonly serial: number;
  /** By key, then by id. */
  readonly entries: readonly NameEntry[];
}

/** What tells one version of a pack from another in a generation: a patch makes a new version of the same generation. */
export type VersionKey = [Generation, string];

/** What is known of a version beside its rows, so that a patch can be checked. */
export interface VersionContents {
  readonly generation: Generation;
  readonly manifestSha256: string;
  readonly bucketBits: number;
  /** Of each bucket, as in the manifest. */
  readonly digests: readonly string[];
}

/** How far an installation has come. Each position is written together with the rows before it. */
export type InstallPosition =
  /** Rows of buckets that did not change are taken over from the version before, by id. */
  | { readonly type: 'copying'; readonly after: RecordId }
  /** `rowsDone` rows of this bucket are there, and all of the buckets before that are not taken over. */
  | { readonly type: 'fetching'; readonly bucket: number; readonly rowsDone: number }
  /** Name blocks up to this entry are there. */
  | {
      readonly type: 'naming';
      readonly after: { readonly key: string; readonly id: RecordId } | null;
      readonly serial: number;
    };

/** The one unfinished installation of a pack. */
export interface InstallJob {
  readonly packId: PackId;
  readonly sourceId: string;
  readonly generation: Generation;
  readonly sequence: number;
  readonly manifestSha256: string;
  /** Where rows are taken over from, as long as that is the version in use; null when everything is fetched. */
  readonly base: { readonly generation: Generation; readonly manifestSha256: string } | null;
  readonly position: InstallPosition;
  /** Of the rows that are there. */
  readonly recordsDone: number;
  readonly digest: string;
  readonly bytesDone: number;
  readonly runCount: number;
}

/** A record as it was before a patch, or that it was not there. */
export interface UndoRow {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly before: RecordRow | null;
}

/** A version that nobody wants again: it is left alone until its publisher brings out another. */
export interface BlockedVersion {
  readonly packId: PackId;
  readonly manifestSha256: string;
  readonly sourceId: string;
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly blockedAt: number;
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
  jobs: { key: PackId; value: InstallJob };
  versions: { key: VersionKey; value: VersionContents };
  nameRuns: { key: [Generation, number, number]; value: NameRunPart };
  undo: { key: [PackId, RecordId]; value: UndoRow };
  held: { key: PackId; value: HeldPack };
  blocked: { key: [PackId, string]; value: BlockedVersion };
}

export type StoreName = StoreNames<StoreSchema>;
