import type { MatchList } from './match-list.ts';
import { isWholeWords } from './simple-fold.ts';

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly name: number;
}

/** Picks the leftmost-longest whole words from all occurrences of all names, for peers that only report every one. */
export class Selection {
  readonly #folded: string;
  readonly #occurrences: Occurrence[] = [];

  constructor(folded: string) {
    this.#folded = folded;
  }

  /** Keeps an occurrence if it is whole words. */
  offer(start: number, end: number, findName: () => number): void {
    if (isWholeWords(this.#folded, start, end)) this.#occurrences.push({ start, end, name: findName() });
  }

  addTo(matches: MatchList): void {
    this.#occurrences.sort((a, b) => a.start - b.start || b.end - a.end);
    let free = 0;
    for (const { start, end, name } of this.#occurrences) {
      if (start < free) continue;
      matches.add(start, end, name);
      free = end;
    }
  }
}
