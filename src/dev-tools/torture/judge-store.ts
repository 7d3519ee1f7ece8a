import type { StoreReading } from './read-torture-store.ts';
import { fingerprint, type TortureVersion } from './torture-pack.ts';

/** What is wrong with a reading: the reader would see neither the whole old version nor the whole new one. Null when nothing is. */
export function badState(
  reading: StoreReading | null,
  { before, after }: { before: TortureVersion | null; after: TortureVersion },
): string | null {
  if (!reading?.active) return before ? 'the pack is gone' : null;
  const { sequence } = reading.active;
  const version = [before, after].find((each) => each?.sequence === sequence);
  if (!version) {
    return `version ${sequence} is in use, where ${before?.sequence ?? 'none'} or ${after.sequence} should be`;
  }
  if (reading.records !== version.fingerprint) return `the records are not those of version ${sequence}`;
  if (reading.names !== namesFingerprint(version)) return `the names are not those of version ${sequence}`;
  return null;
}

/** Generations that have rows although nothing tells of them: what a sweep should have taken away. */
export const orphans = ({ generations, known }: StoreReading): readonly number[] =>
  generations.filter((generation) => !known.includes(generation));

const namesFingerprint = ({ records }: TortureVersion): string =>
  fingerprint(records.map(({ id, label }) => `${id} ${label.en.toLowerCase()}`).sort());
