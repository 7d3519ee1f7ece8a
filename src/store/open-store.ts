/** The extension's one database and the connection to it. */

import { type IDBPDatabase, openDB } from 'idb';
import { type Migration, migrations as publishedMigrations, type Upgrade } from './migrations.ts';
import type { StoreSchema } from './schema.ts';
import { asOpenError, StoreUnavailableError } from './store-errors.ts';

type Connection = IDBPDatabase<StoreSchema>;

export interface Store {
  readonly name: string;
  /** The open connection. `stale`: one that turned out to be closed, which is replaced. @throws {StoreUnavailableError} */
  connect(stale?: Connection): Promise<Connection>;
  /** Closes the connection; the next call opens it again. */
  close(): void;
}

export interface OpenStoreOptions {
  readonly migrations?: readonly Migration[];
  /** How long older pages may take to let go of the database before opening fails. */
  readonly blockedGraceMs?: number;
  /** Runs after each migration, while its transaction is open; it may await nothing but requests of that. */
  readonly afterMigration?: (upgrade: Upgrade) => Promise<void>;
}

/** The store under this name, brought up to today's version. @throws {StoreUnavailableError} {StoreFullError} */
export async function openStore(
  name = 'newsgloss',
  {
    migrations = publishedMigrations,
    blockedGraceMs = 3_000,
    afterMigration = async () => undefined,
  }: OpenStoreOptions = {},
): Promise<Store> {
  let current: Promise<Connection> | null = null;

  function connect(stale?: Connection): Promise<Connection> {
    if (current && !stale) return current;
    const replaced = current;
    const opening = (async () => {
      const connection = await replaced;
      if (connection && connection !== stale) return connection;
      return open();
    })();
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(connection: Promise<Connection>): void {
    if (current === connection) current = null;
  }

  function open(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      let graceTimer: ReturnType<typeof setTimeout> | undefined;
      let hasGivenUp = false;
      let migrationFailure: unknown;
      const opening = (async () =>
        openDB<StoreSchema>(name, migrations.length, {
          upgrade(database, oldVersion, _newVersion, upgrade) {
            const climb = async () => {
              for (const migrate of migrations.slice(oldVersion)) {
                await migrate(database, upgrade);
                await afterMigration(upgrade);
              }
            };
            climb().catch((cause: unknown) => {
              migrationFailure = cause;
              upgrade.abort();
            });
            // The request to open fails with it, which is where it is reported.
            upgrade.done.catch(() => undefined);
          },
          // Older pages close at `versionchange`, but may first have to finish a transaction.
          blocked() {
            graceTimer = setTimeout(() => {
              hasGivenUp = true;
              reject(
                new StoreUnavailableError(
                  'An older Newsgloss page still holds the database. Close all other tabs of Newsgloss, then try again.',
                ),
              );
            }, blockedGraceMs);
          },
          blocking(_currentVersion, _blockedVersion, event) {
            (event.target as IDBDatabase).close();
            current = null;
          },
          terminated() {
            current = null;
          },
        }))();
      opening.then(
        (connection) => {
          clearTimeout(graceTimer);
          if (hasGivenUp) connection.close();
          else resolve(connection);
        },
        (cause: unknown) => {
          clearTimeout(graceTimer);
          reject(asOpenError(migrationFailure ?? cause));
        },
      );
    });
  }

  await connect();
  return {
    name,
    connect,
    close() {
      current?.then(
        (connection) => connection.close(),
        () => undefined, // It never opened, and whoever asked for it has been told.
      );
      current = null;
    },
  };
}
