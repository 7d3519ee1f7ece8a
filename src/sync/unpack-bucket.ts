import { bucketOf, hashLine } from '../model/pack-digest.ts';
import type { PackRecord } from '../model/record.ts';
import { parseRecord, RecordError } from '../model/record-schema.ts';
import { PackContentError } from './pack-content-error.ts';
import { readLines } from './read-lines.ts';

export interface BucketRecord {
  readonly record: PackRecord;
  readonly lineHash: string;
}

/**
 * The records of an unpacked bucket, one by one, each after the one before and in its place among the 2^`bucketBits`
 * buckets of the pack. `name` is how messages call the bucket. @throws {PackContentError} naming the first line that is wrong.
 */
export function* unpackBucket(
  raw: Uint8Array<ArrayBuffer>,
  { name, bucket, bucketBits }: { name: string; bucket: number; bucketBits: number },
): Generator<BucketRecord, void> {
  let last = '';
  for (const { text, where } of readLines(raw, name)) {
    const record = parseLine(text, where);
    if (record.id <= last) {
      const what =
        record.id === last ? 'is in the pack twice' : 'stands after one that it should come before';
      throw new PackContentError('wrong-format', `${where}: record ${record.id} ${what}.`);
    }
    if (bucketOf(record.id, bucketBits) !== bucket) {
      throw new PackContentError(
        'wrong-format',
        `${where}: record ${record.id} belongs into another part of the pack.`,
      );
    }
    last = record.id;
    yield { record, lineHash: hashLine(text) };
  }
}

function parseLine(line: string, where: string): PackRecord {
  try {
    return parseRecord(JSON.parse(line));
  } catch (cause) {
    if (cause instanceof RecordError) {
      throw new PackContentError('wrong-format', `${where}: ${cause.message}.`, { cause });
    }
    if (cause instanceof SyntaxError) {
      throw new PackContentError('not-json', `${where} is not JSON.`, { cause });
    }
    throw cause;
  }
}
