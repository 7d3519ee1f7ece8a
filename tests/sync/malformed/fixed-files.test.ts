import { describe, expect, test } from 'vitest';
import {
  byteDamages,
  encode,
  type Json,
  type Path,
  placesIn,
  replaced,
  valueAt,
  wrongValuesFor,
} from './damage.ts';
import {
  bucketReader,
  fullRecord,
  indexReader,
  isRefusal,
  manifestReader,
  metadataReaders,
  patchReader,
  type Reader,
  readers,
} from './readers.ts';

async function refusalOf({ read }: Reader, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    await read(bytes);
  } catch (error) {
    return isRefusal(error) ? 'refused' : error;
  }
  return 'accepted';
}

describe.each(readers)('$name', (reader) => {
  test('is read when it is whole', async () => {
    await expect(Promise.resolve(reader.read(reader.whole))).resolves.toBeTruthy();
  });

  test.each(byteDamages)('is refused when it is %s', async (_, damage) => {
    expect(await refusalOf(reader, damage(reader.whole))).toBe('refused');
  });
});

const parsed = ({ whole }: Reader): Json => JSON.parse(new TextDecoder().decode(whole)) as Json;
const asRecordLine = (value: Json): Uint8Array<ArrayBuffer> => encode(`${JSON.stringify(value)}\n`);
const asPatchLine = (value: Json): Uint8Array<ArrayBuffer> => encode(`{"put":${JSON.stringify(value)}}\n`);
const record = JSON.parse(JSON.stringify(fullRecord)) as Json;

const documents: readonly {
  readonly what: string;
  readonly reader: Reader;
  readonly value: Json;
  readonly write: (value: Json) => Uint8Array<ArrayBuffer>;
}[] = [
  { what: 'source index', reader: indexReader, value: parsed(indexReader), write: asRecordLine },
  { what: 'manifest', reader: manifestReader, value: parsed(manifestReader), write: asRecordLine },
  { what: 'record of a bucket', reader: bucketReader, value: record, write: asRecordLine },
  { what: 'record of a patch', reader: patchReader, value: record, write: asPatchLine },
];

/** Some of the wrong values are right here: a statement's number may be any, a prior is a probability. */
const isRight = (path: Path, value: Json): boolean =>
  (path.at(-1) === 'number' && typeof value === 'number') || (path.at(-1) === 'prior' && value === 0.123);

describe.each(documents)('a $what', ({ reader, value, write }) => {
  const cases = placesIn(value).flatMap((path) =>
    wrongValuesFor(valueAt(value, path))
      .filter((wrong) => !isRight(path, wrong))
      .map((wrong) => [path.join('.'), JSON.stringify(wrong).slice(0, 20), path, wrong] as const),
  );

  test.each(cases)('whose %s is %s is refused', async (_path, _shown, path, wrong) => {
    expect(await refusalOf(reader, write(replaced(value, path, wrong)))).toBe('refused');
  });
});

describe.each(metadataReaders)('$name that somebody else wrote', (reader) => {
  const whole = parsed(reader);
  const changes: readonly (readonly [what: string, path: Path, by: Json | undefined])[] = [
    ['without signatures', ['signatures'], []],
    ['without the field of signatures', ['signatures'], undefined],
    ['with a signature of zeros', ['signatures', 0, 'sig'], '0'.repeat(128)],
    ['with a signature that is no hex', ['signatures', 0, 'sig'], 'sig'],
    ['with a signature of an unknown key', ['signatures', 0, 'keyid'], 'f'.repeat(64)],
    ['of another type', ['signed', '_type'], 'mirrors'],
    ['of a later version', ['signed', 'version'], 99],
    ['of version 0', ['signed', 'version'], 0],
    ['of a version in words', ['signed', 'version'], 'two'],
    ['that never expires', ['signed', 'expires'], '9999-01-01T00:00:00Z'],
    ['without a day of expiry', ['signed', 'expires'], undefined],
    ['of another specification', ['signed', 'spec_version'], '9.0.0'],
    ['with a field more', ['signed', 'more'], { a: 1 }],
    ['without what it says', ['signed'], undefined],
  ];
  // The first signature of a root may go: the threshold is two of three.
  const isEnough = (what: string): boolean =>
    reader.name === 'root metadata' && what.includes('with a signature');

  test.each(changes.filter(([what]) => !isEnough(what)))('%s is refused', async (_, path, by) => {
    expect(await refusalOf(reader, encode(JSON.stringify(replaced(whole, path, by))))).toBe('refused');
  });
});
