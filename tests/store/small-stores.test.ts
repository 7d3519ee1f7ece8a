import { describe, expect, it } from 'vitest';
import { engineKey, getEngine, keepEngines, putEngine } from '../../src/store/engines.ts';
import { deleteNote, getNote, putNote } from '../../src/store/notes.ts';
import {
  deleteTrustedMetadata,
  getTrustedMetadata,
  putTrustedMetadata,
} from '../../src/store/trusted-metadata.ts';
import { freshStore } from '../support/fresh-store.ts';
import { installRecords } from '../support/install-records.ts';
import { makeRecord } from '../support/make-record.ts';

const bytesOf = (...values: number[]) => new Uint8Array(values);

describe('engines', () => {
  it('come back byte for byte until they are no longer wanted', async () => {
    const store = await freshStore();
    expect(await getEngine(store, 'first')).toBeNull();
    await putEngine(store, { key: 'first', bytes: bytesOf(1, 2, 3).buffer });
    await putEngine(store, { key: 'second', bytes: bytesOf(4, 5).buffer });
    expect(await getEngine(store, 'first')).toEqual(bytesOf(1, 2, 3).buffer);
    await keepEngines(store, ['second', 'third']);
    expect(await getEngine(store, 'first')).toBeNull();
    expect(await getEngine(store, 'second')).toEqual(bytesOf(4, 5).buffer);
  });

  it('are stored as Blobs', async () => {
    const store = await freshStore();
    await putEngine(store, { key: 'first', bytes: bytesOf(1, 2, 3).buffer });
    expect(await (await store.connect()).get('engines', 'first')).toBeInstanceOf(Blob);
  });

  it('have a key that changes with the format, the pack and its contents, and with nothing else', async () => {
    const store = await freshStore();
    const talks = await installRecords(store, 'talks', [makeRecord('wd:Q1', 'place', ['One'])]);
    const world = await installRecords(store, 'world', [makeRecord('wd:Q2', 'place', ['Two'])]);
    const later = await installRecords(store, 'world', [makeRecord('wd:Q3', 'place', ['Three'])]);
    expect(engineKey(1, { ...world, installedAt: 7 })).toBe(engineKey(1, world));
    const keys = [engineKey(1, talks), engineKey(1, world), engineKey(2, world), engineKey(1, later)];
    expect(new Set(keys).size).toBe(4);
  });
});

describe('trusted metadata', () => {
  it('is kept by source and role, and forgotten with its source alone', async () => {
    const store = await freshStore();
    const whole = bytesOf(9, 1, 2, 9);
    await putTrustedMetadata(store, [
      { sourceId: 'https://a.example/', role: 'root', bytes: whole.subarray(1, 3) },
      { sourceId: 'https://a.example/', role: 'timestamp', bytes: bytesOf(3) },
      { sourceId: 'https://a.example/b/', role: 'root', bytes: bytesOf(4) },
    ]);
    expect(await getTrustedMetadata(store, 'https://a.example/', 'root')).toEqual(bytesOf(1, 2));
    await deleteTrustedMetadata(store, 'https://a.example/');
    expect(await getTrustedMetadata(store, 'https://a.example/', 'root')).toBeNull();
    expect(await getTrustedMetadata(store, 'https://a.example/', 'timestamp')).toBeNull();
    expect(await getTrustedMetadata(store, 'https://a.example/b/', 'root')).toEqual(bytesOf(4));
  });
});

describe('notes', () => {
  it('are kept until they are deleted', async () => {
    const store = await freshStore();
    await putNote(store, 'pinned', { packId: 'world' });
    await putNote(store, 'pinned', { packId: 'talks' });
    expect(await getNote(store, 'pinned')).toEqual({ packId: 'talks' });
    await deleteNote(store, 'pinned');
    expect(await getNote(store, 'pinned')).toBeUndefined();
  });
});
