/** The blocks of names of an installation, merged from its sorted runs and from the names of the records taken over. */

import type { RecordId } from '../model/record.ts';
import { compareEntries } from './name-entries.ts';
import type { Store } from './open-store.ts';
import type { InstallJob, NameBlock, NameEntry } from './schema.ts';
import { transact } from './transact.ts';

export const entriesPerBlock = 128;
const blocksPerTransaction = 50;
/** Of all runs together: some 250,000 entries. */
const maxPartsInMemory = 2_048;
const maxPartsPerRead = 16;

type Naming = InstallJob & { readonly position: { readonly type: 'naming' } };

/** Entries in order, some at a time; none at all at the end. */
type NextEntries = () => Promise<readonly NameEntry[]>;

/**
 * Writes all blocks from the job's position on, each few together with the position behind them. Yields the job after
 * each transaction. `isKept` says which records were taken over.
 */
export async function* mergeNames(
  store: Store,
  job: Naming,
  isKept: (id: RecordId) => boolean,
): AsyncGenerator<Naming, void> {
  const heap = new EntryHeap();
  for (let run = 0; run < job.runCount; run++) await heap.add(partsOfRun(store, job, run));
  if (job.base) await heap.add(keptEntries(store, job.base.generation, { job, isKept }));

  let current = job;
  let entries: NameEntry[] = [];
  let blocks: NameBlock[] = [];
  const { generation } = job;
  const flush = async (): Promise<void> => {
    const last = blocks.at(-1)?.entries.at(-1);
    const after = last ? { key: last.key, id: last.id } : current.position.after;
    const serial = current.position.serial + blocks.length;
    current = { ...current, position: { type: 'naming', after, serial } };
    await writeBlocks(store, current, blocks);
    blocks = [];
  };
  const endBlock = (): void => {
    const lastKey = entries.at(-1)?.key ?? '';
    blocks.push({ generation, serial: current.position.serial + blocks.length, lastKey, entries });
    entries = [];
  };
  for (let entry = heap.first; entry; entry = heap.first) {
    entries.push(entry);
    if (!heap.moveOn()) await heap.refill();
    if (entries.length < entriesPerBlock) continue;
    endBlock();
    if (blocks.length < blocksPerTransaction) continue;
    await flush();
    yield current;
  }
  if (entries.length > 0) endBlock();
  if (blocks.length > 0) {
    await flush();
    yield current;
  }
}

async function writeBlocks(store: Store, job: InstallJob, blocks: readonly NameBlock[]): Promise<void> {
  await transact(store, { stores: ['jobs', 'surfaceForms'], mode: 'readwrite' }, async (transaction) => {
    const names = transaction.objectStore('surfaceForms');
    await Promise.all(blocks.map(async (block) => names.add(block)));
    await transaction.objectStore('jobs').put(job);
  });
}

function partsOfRun(store: Store, { generation, position, runCount }: Naming, run: number): NextEntries {
  const count = Math.max(1, Math.floor(maxPartsInMemory / runCount));
  let serial = 0;
  return async () => {
    for (;;) {
      const range = IDBKeyRange.bound([generation, run, serial], [generation, run, []]);
      const parts = await transact(store, { stores: ['nameRuns'], mode: 'readonly' }, (transaction) =>
        transaction.objectStore('nameRuns').getAll(range, Math.min(count, maxPartsPerRead)),
      );
      if (parts.length === 0) return [];
      serial += parts.length;
      const left = behind(
        parts.flatMap(({ entries }) => entries),
        position.after,
      );
      if (left.length > 0) return left;
    }
  };
}

/** The names of the records taken over, as they lie in the generation before. */
function keptEntries(
  store: Store,
  generation: number,
  { job, isKept }: { job: Naming; isKept: (id: RecordId) => boolean },
): NextEntries {
  const { after } = job.position;
  let from = IDBKeyRange.bound([generation, after?.key ?? ''], [generation, []]);
  return async () => {
    for (;;) {
      const blocks = await transact(store, { stores: ['surfaceForms'], mode: 'readonly' }, (transaction) =>
        transaction.objectStore('surfaceForms').getAll(from, blocksPerTransaction),
      );
      const last = blocks.at(-1);
      if (!last) return [];
      from = IDBKeyRange.bound([generation, last.lastKey, last.serial], [generation, []], true);
      const left = behind(
        blocks.flatMap(({ entries }) => entries),
        after,
      ).filter(({ id }) => isKept(id));
      if (left.length > 0) return left;
    }
  };
}

const behind = (
  entries: readonly NameEntry[],
  after: { readonly key: string; readonly id: RecordId } | null,
): readonly NameEntry[] => (after ? entries.filter((entry) => compareEntries(entry, after) > 0) : entries);

interface Source {
  entries: readonly NameEntry[];
  at: number;
  readonly next: NextEntries;
}

/** Sources of sorted entries as a heap, the one with the first entry on top. */
class EntryHeap {
  readonly #sources: Source[] = [];

  get first(): NameEntry | undefined {
    const [top] = this.#sources;
    return top?.entries[top.at];
  }

  async add(next: NextEntries): Promise<void> {
    const entries = await next();
    if (entries.length === 0) return;
    this.#sources.push({ entries, at: 0, next });
    for (let child = this.#sources.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) break;
      this.#swap(child, parent);
      child = parent;
    }
  }

  /** Leaves the first entry behind. False when its source has to be filled again first. */
  moveOn(): boolean {
    const [top] = this.#sources;
    if (!top) return true;
    top.at++;
    if (top.at >= top.entries.length) return false;
    this.#sink();
    return true;
  }

  async refill(): Promise<void> {
    const [top] = this.#sources;
    if (!top) return;
    top.entries = await top.next();
    top.at = 0;
    if (top.entries.length === 0) {
      const last = this.#sources.pop();
      if (last && last !== top) this.#sources[0] = last;
    }
    this.#sink();
  }

  #sink(): void {
    for (let parent = 0; ; ) {
      const left = parent * 2 + 1;
      const smaller = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (!this.#isBefore(smaller, parent)) return;
      this.#swap(smaller, parent);
      parent = smaller;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#sources[a], this.#sources[b]];
    const [entry, against] = [one?.entries[one.at], other?.entries[other.at]];
    return entry !== undefined && (against === undefined || compareEntries(entry, against) < 0);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#sources[a], this.#sources[b]];
    if (!one || !other) return;
    this.#sources[a] = other;
    this.#sources[b] = one;
  }
}
