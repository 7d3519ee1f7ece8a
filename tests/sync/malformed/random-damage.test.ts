import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackManifest } from '../../../src/model/pack.ts';
import { addDigests } from '../../../src/model/pack-digest.ts';
import { parseRecord } from '../../../src/model/record-schema.ts';
import { byteDamage, encode, type Json, jsonDamage } from './damage.ts';
import {
  bucketReader,
  fullRecord,
  gzipReader,
  isRefusal,
  manifestReader,
  metadataReaders,
  patchReader,
  type Reader,
} from './readers.ts';

/** Of all formats together; `FUZZ_RUNS=1000000` runs a million, and then the processor time of the slowest read is printed. */
const runs = Number(process.env.FUZZ_RUNS ?? 10_000);
/** Signatures are slow to check, so that metadata has a fiftieth of them for each of its four roles. */
const share = (part: number) => ({ numRuns: Math.ceil(runs * part) });
const shareOfMetadata = 0.02;
const params = share((1 - 4 * shareOfMetadata) / 5);
const timeout = 30_000 + runs * 5;
let slowest = { ms: 0, name: '' };

/** What was read, or null when it was refused. @throws whatever is no refusal: a mistake of ours */
async function readDamaged(reader: Reader, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const before = process.cpuUsage();
  try {
    return await reader.read(bytes);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return null;
  } finally {
    const ms = process.cpuUsage(before).user / 1000;
    if (ms > slowest.ms) slowest = { ms, name: reader.name };
  }
}

const damagedBytes = (reader: Reader) => byteDamage.map((damage) => damage(reader.whole));

test.each([gzipReader, ...metadataReaders])(
  '$name is refused, or says what it said before',
  async (reader) => {
    const whole = await reader.read(reader.whole);
    const isTheSame = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const read = await readDamaged(reader, bytes);
      if (read !== null) expect(read).toEqual(whole);
    };
    const ofReader = reader === gzipReader ? params : share(shareOfMetadata);
    await fc.assert(fc.asyncProperty(damagedBytes(reader), isTheSame), ofReader);
  },
  timeout,
);

const withDamagedJson = (reader: Reader, value: Json, write: (value: Json) => string) =>
  fc.oneof(
    damagedBytes(reader),
    jsonDamage.map((damage) => encode(write(damage(value)))),
  );

test('a manifest is refused, or its sums agree', { timeout }, async () => {
  const value = JSON.parse(new TextDecoder().decode(manifestReader.whole)) as Json;
  const sumsAgree = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const manifest = (await readDamaged(manifestReader, bytes)) as PackManifest | null;
    if (!manifest) return;
    expect(manifest.buckets).toHaveLength(2 ** manifest.bucketBits);
    expect(addDigests(manifest.buckets.map(({ digest }) => digest))).toBe(manifest.digest);
    expect(manifest.buckets.reduce((sum, { recordCount }) => sum + recordCount, 0)).toBe(
      manifest.recordCount,
    );
    for (const { bytes: packed, rawBytes } of manifest.buckets)
      expect(packed + rawBytes).toBeLessThan(2 ** 28);
  };
  await fc.assert(
    fc.asyncProperty(withDamagedJson(manifestReader, value, JSON.stringify), sumsAgree),
    params,
  );
});

const record = JSON.parse(JSON.stringify(fullRecord)) as Json;
const lines: readonly [Reader, (value: Json) => string][] = [
  [bucketReader, (value) => `${JSON.stringify(value)}\n`],
  [patchReader, (value) => `{"put":${JSON.stringify(value)}}\n`],
];

test.each(lines)(
  '$name is refused, or all its records are whole',
  async (reader, write) => {
    const recordsAreWhole = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
      const read = await readDamaged(reader, bytes);
      for (const each of (read ?? []) as readonly { record?: unknown; type?: string }[]) {
        const found = reader === patchReader ? each.record : each;
        if (found !== undefined) expect(parseRecord(found)).toEqual(found);
      }
    };
    await fc.assert(fc.asyncProperty(withDamagedJson(reader, record, write), recordsAreWhole), params);
  },
  timeout,
);

test('JSON of any kind is no record, manifest or patch', { timeout }, async () => {
  const isRefused = async (value: unknown): Promise<void> => {
    for (const reader of [manifestReader, bucketReader, patchReader]) {
      expect(await readDamaged(reader, encode(`${JSON.stringify(value)}\n`))).toBeNull();
    }
  };
  await fc.assert(fc.asyncProperty(fc.jsonValue(), isRefused), params);
});

test.runIf(process.env.FUZZ_RUNS)('the slowest read is printed', () => {
  console.log(`The slowest read took ${slowest.ms.toFixed(1)} ms of processor time (${slowest.name}).`);
});
