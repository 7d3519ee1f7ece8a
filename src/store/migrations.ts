/** The ladder from an empty database to today's. A step is never edited once it was published: append the next. */

import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { withOffices } from './record-row.ts';
import type { StoreName, StoreSchema } from './schema.ts';

type Database = IDBPDatabase<StoreSchema>;
export type Upgrade = IDBPTransaction<StoreSchema, StoreName[], 'versionchange'>;

/** Takes the database one version up. It may await nothing but requests of the transaction. */
export type Migration = (database: Database, upgrade: Upgrade) => void | Promise<void>;

export const migrations: readonly Migration[] = [
  function createStores(database) {
    database.createObjectStore('packs', { keyPath: 'id' });
    const records = database.createObjectStore('records', {
      keyPath: ['packId', 'generation', 'record.id'],
    });
    records.createIndex('byDossier', 'dossier');
    database.createObjectStore('surfaceForms', { keyPath: ['generation', 'lastKey', 'serial'] });
    database.createObjectStore('engines');
    database.createObjectStore('trustedMetadata', { keyPath: ['sourceId', 'role'] });
    database.createObjectStore('notes');
  },
  async function indexOffices(_database, upgrade) {
    const records = upgrade.objectStore('records');
    records.createIndex('byOffice', 'officesOf', { multiEntry: true });
    for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
      const { value } = cursor;
      if (value.record.kind === 'person') await cursor.update(withOffices(value));
    }
  },
  function createChoices(database) {
    database.createObjectStore('choices', { keyPath: ['place', 'ambiguity'] });
  },
  function createInstallation(database) {
    database.createObjectStore('jobs', { keyPath: 'packId' });
    database.createObjectStore('versions', { keyPath: ['generation', 'manifestSha256'] });
    database.createObjectStore('nameRuns', { keyPath: ['generation', 'run', 'serial'] });
    database.createObjectStore('undo', { keyPath: ['packId', 'id'] });
    database.createObjectStore('held', { keyPath: 'packId' });
    database.createObjectStore('blocked', { keyPath: ['packId', 'manifestSha256'] });
  },
];
