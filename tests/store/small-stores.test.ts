import { describe, expect, it } from 'vitest';
import { engineKey, getEngine, putEngine } from '../../src/store/engines.ts';
import { deleteNote, getNote, putNote } from '../../src/store/notes.ts';
import { listPacks } from '../../src/store/packs.ts';
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
  it('come back byte for byte, and only the last one is kept', async () => {
    const store = await freshStore();
    expect(await getEngine(store, 'first')).toBeNull();
    await putEngine(store, { key: 'first', bytes: bytesOf(1, 2, 3).buffer });
    await putEngine(store, { key: 'second', bytes: bytesOf(4, 5).buffer });
    expect(await getEngine(store, 'first')).toBeNull();
    expect(await getEngine(store, 'second')).toEqual(bytesOf(4, 5).buffer);
  });

  it('are stored as Blobs', async () => {
    const store = await freshStore();
    await putEngine(store, { key: 'first', bytes: bytesOf(1, 2, 3).buffer });
    expect(await (await store.connect()).get('engines', 'first')).toBeInstanceOf(Blob);
  });

  it('have a key that changes with the format and with the contents of any pack, not with the order', async () => {
    const store = await freshStore();
    await installRecords(store, 'talks', [makeRecord('wd:Q1', 'place', ['One'])]);
    await installRecords(store, 'world', [makeRecord('wd:Q2', 'place', ['Two'])]);
    const before = await listPacks(store);
    await installRecords(store, 'world', [makeRecord('wd:Q3', 'place', ['Three'])]);
    const after = await listPacks(store);
    expect(engineKey(1, [...before].reverse())).toBe(engineKey(1, before));
    expect(new Set([engineKey(1, before), engineKey(2, before), engineKey(1, after)]).size).toBe(3);
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
