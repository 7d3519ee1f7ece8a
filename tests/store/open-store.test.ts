import { openDB } from 'idb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import { getNote, putNote } from '../../src/store/notes.ts';
import { openStore } from '../../src/store/open-store.ts';
import { getOfficeHolders } from '../../src/store/records.ts';
import { StoreUnavailableError } from '../../src/store/store-errors.ts';
import { freshName } from '../support/fresh-store.ts';
import { makePackVersion } from '../support/install-records.ts';
import { makeRecord, statement, text } from '../support/make-record.ts';

const nextMigrations = [
  ...migrations,
  function dropEngines(database: { deleteObjectStore(name: 'engines'): void }) {
    database.deleteObjectStore('engines');
  },
];

describe('openStore', () => {
  it('makes every object store in an empty database', async () => {
    const store = await openStore(freshName());
    const connection = await store.connect();
    expect([...connection.objectStoreNames]).toEqual([
      'blocked',
      'choices',
      'engines',
      'held',
      'jobs',
      'nameRuns',
      'notes',
      'packs',
      'records',
      'surfaceForms',
      'trustedMetadata',
      'undo',
      'versions',
    ]);
  });

  it('takes a database of version 1 up the ladder, running only the steps that are new, and keeps its data', async () => {
    const name = freshName();
    const old = await openDB(name, 1, {
      upgrade(database) {
        for (const each of ['packs', 'records', 'surfaceForms', 'engines', 'trustedMetadata', 'notes']) {
          database.createObjectStore(each);
        }
      },
    });
    await old.put('notes', 'kept', 'a-choice');
    old.close();

    const store = await openStore(name, { migrations: nextMigrations });
    expect(await getNote(store, 'a-choice')).toBe('kept');
    expect([...(await store.connect()).objectStoreNames]).not.toContain('engines');
  });

  it('finds the office holders of packs that an earlier version installed', async () => {
    const name = freshName();
    const [first] = migrations;
    const person = makeRecord('x:ada', 'person', ['Ada'], {
      statements: [statement('role', text('Mayor'), { of: 'x:port' })],
    });
    const old = await openStore(name, { migrations: first ? [first] : [] });
    await (await old.connect()).put('records', { packId: 'talks', generation: 1, record: person });
    await (await old.connect()).put('packs', makePackVersion({ id: 'talks', generation: 1 }));
    old.close();
    expect(await getOfficeHolders(await openStore(name), ['x:port'])).toEqual([
      { packId: 'talks', record: person },
    ]);
  });

  it('leaves the old version whole when a step fails', async () => {
    const name = freshName();
    const old = await openStore(name);
    await putNote(old, 'a-choice', 'kept');
    old.close();
    const broken = [
      ...migrations,
      (database: { deleteObjectStore(name: 'notes'): void }) => {
        database.deleteObjectStore('notes');
        throw new RangeError('broken step');
      },
    ];
    await expect(openStore(name, { migrations: broken })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      cause: { message: 'broken step' },
    });
    expect(await getNote(await openStore(name), 'a-choice')).toBe('kept');
  });

  it('lets go of the database when a newer version wants it, and then says what to do', async () => {
    const name = freshName();
    const old = await openStore(name);
    const newer = await openStore(name, { migrations: nextMigrations });
    expect((await newer.connect()).version).toBe(nextMigrations.length);
    await expect(getNote(old, 'anything')).rejects.toThrow('Newsgloss was updated while this page was open.');
  });

  it('reports an older page that does not let go, and opens once it has', async () => {
    const name = freshName();
    (await openStore(name)).close();
    const stubborn = await openDB(name);
    await expect(openStore(name, { migrations: nextMigrations, blockedGraceMs: 0 })).rejects.toThrow(
      'Close all other tabs of Newsgloss',
    );
    stubborn.close();
    const store = await openStore(name, { migrations: nextMigrations });
    expect((await store.connect()).version).toBe(nextMigrations.length);
  });

  it('opens a new connection at the next call when the browser closed the one before', async () => {
    const store = await openStore(freshName());
    await putNote(store, 'a-choice', 'kept');
    (await store.connect()).close();
    expect(await getNote(store, 'a-choice')).toBe('kept');
  });

  it('opens again after its own close', async () => {
    const store = await openStore(freshName());
    await putNote(store, 'a-choice', 'kept');
    store.close();
    expect(await getNote(store, 'a-choice')).toBe('kept');
  });

  it('says what to do when the browser refuses to open a database', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    onTestFinished(() => open.mockRestore());
    open.mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    const opening = openStore(freshName());
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(opening).rejects.toThrow('Restart the browser.');
  });
});
