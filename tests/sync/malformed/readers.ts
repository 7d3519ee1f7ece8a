/** What a publisher's files look like when they are well-formed, and what reads each of them. */

import { parsePackManifest, parseSourceIndex } from '../../../src/model/pack.ts';
import { deleteLineOf, PatchLineError, parsePatchLine, putLineOf } from '../../../src/model/patch.ts';
import type { PackRecord } from '../../../src/model/record.ts';
import { parseJson } from '../../../src/sync/parse-json.ts';
import { readLines } from '../../../src/sync/read-lines.ts';
import { SourceError } from '../../../src/sync/source.ts';
import { staticSource } from '../../../src/sync/static-source.ts';
import { refreshMetadata, type TrustedMetadata } from '../../../src/sync/tuf/refresh.ts';
import { unpackBucket } from '../../../src/sync/unpack-bucket.ts';
import { makeRecord, recordValue, someCitation, statement, text } from '../../support/make-record.ts';
import { addBlob, hashOf, linesOf, makeSource, type SourceFiles } from '../../support/make-source.ts';
import { day, type Role, start, TufSimulator } from '../../support/tuf-simulator.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A record with something in every field that there is. */
export const fullRecord: PackRecord = {
  ...makeRecord('x:b', 'plan', [
    { text: 'The B plan', type: 'name', language: 'en', caseSensitive: true, weak: true },
  ]),
  label: { en: 'B plan', uk: 'План Б' },
  description: { en: 'A plan' },
  datedDescriptions: [{ from: '2025-01', text: { en: 'A newer plan' } }],
  prior: 0.5,
  sameAs: ['y:b'],
  statements: [
    statement('status', text('agreed'), { from: '2025-01-01', to: '2025-02-01', of: 'x:c' }),
    statement('proposedBy', recordValue('x:c'), {
      citations: [{ ...someCitation, url: 'https://example.org/report' }],
    }),
    statement('pointCount', { type: 'number', number: 28 }),
    statement('date', { type: 'date', date: '2025-11-23' }),
  ],
};
const records = [
  makeRecord('x:a', 'place', ['A town']),
  fullRecord,
  makeRecord('x:c', 'person', ['C. Person']),
];
const files = makeSource([
  { id: 'p', sequence: 2, records, earlier: [{ sequence: 1, records: records.slice(1) }] },
]);
const fileNamed = (part: string): Bytes => {
  const [, bytes] = [...files].find(([path]) => path.includes(part)) ?? [];
  if (!bytes) throw new Error(`There is no file named ${part}.`);
  return bytes;
};

export interface Reader {
  readonly name: string;
  readonly whole: Bytes;
  /** What is in these bytes. @throws one of `refusals` */
  readonly read: (bytes: Bytes) => unknown;
}

/** The errors that say that a file is not what it should be. Any other one is a mistake of ours. */
export const refusals = [SourceError, PatchLineError] as const;
export const isRefusal = (error: unknown): boolean => refusals.some((type) => error instanceof type);

export const indexReader: Reader = {
  name: 'source index',
  whole: fileNamed('source.json'),
  read: (bytes) => parseJson(bytes, { name: 'index', parse: parseSourceIndex }),
};

export const manifestReader: Reader = {
  name: 'manifest',
  whole: fileNamed('.manifest.json'),
  read: (bytes) => parseJson(bytes, { name: 'manifest', parse: parsePackManifest }),
};

export const bucketReader: Reader = {
  name: 'bucket',
  whole: linesOf(records),
  read: (bytes) =>
    Array.from(unpackBucket(bytes, { name: 'bucket', bucket: 0, bucketBits: 0 }), ({ record }) => record),
};

export const patchReader: Reader = {
  name: 'patch',
  whole: new TextEncoder().encode(`${deleteLineOf('x:a')}\n${putLineOf(JSON.stringify(fullRecord))}\n`),
  read: (bytes) => Array.from(readLines(bytes, 'patch'), ({ text: line }) => parsePatchLine(line)),
};

const packed: SourceFiles = new Map();
const blob = addBlob(packed, linesOf(records));
/** A publisher who announces a damaged file as it is: the hash of what is in it must tell. */
export const gzipReader: Reader = {
  name: 'gzip file',
  whole: [...packed.values()][0] ?? new Uint8Array(),
  read: (bytes) => {
    const fetch = async (): Promise<Response> => new Response(bytes);
    const source = staticSource({ baseUrl: 'https://source.example/', fetch });
    const announced = { ...blob, sha256: hashOf(bytes), bytes: bytes.length };
    return source.readBlob(announced, new AbortController().signal);
  },
};

const repository = new TufSimulator();
const rootOfClient = repository.newest('root');
repository.rotateRoot();
repository.publish();

/** One file of the metadata, read together with the others as they were published. The client knows the first root. */
const metadataReader = (role: Role): Reader => ({
  name: `${role} metadata`,
  whole: Uint8Array.from(repository.newest(role)),
  read: async (bytes) => {
    const trusted: TrustedMetadata = new Map([['root', rootOfClient]]);
    const readMetadata = (fileName: string, maxBytes: number): Promise<Uint8Array> =>
      fileName === repository.nameOf(role)
        ? Promise.resolve(bytes)
        : repository.readMetadata(fileName, maxBytes);
    const result = await refreshMetadata({ trusted, readMetadata, now: new Date(start.getTime() + day) });
    if (!result.ok) throw new SourceError('wrong-format', result.failure.message);
    return result.targets;
  },
});
export const metadataReaders = (['root', 'timestamp', 'snapshot', 'targets'] as const).map(metadataReader);

export const readers: readonly Reader[] = [
  indexReader,
  manifestReader,
  bucketReader,
  patchReader,
  gzipReader,
  ...metadataReaders,
];
