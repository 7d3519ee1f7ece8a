import type { Span } from '../model/link.ts';
import type { CollectedText } from '../page/collect-text.ts';
import { isUnchanged, resolveSpan } from '../page/resolve-span.ts';
import { type Found, kindOf, type Mark } from './mark.ts';

interface MarkFacts extends Span {
  readonly index: number;
  readonly found: Found;
  readonly section: string;
  readonly block: Element;
}

/** A mark by its place in a collected text. Most marks of a long page are never drawn, so nodes are looked up when asked for. */
export class StoredMark implements Mark {
  readonly index: number;
  readonly found: Found;
  readonly section: string;
  readonly block: Element;
  readonly start: number;
  readonly end: number;
  readonly #collected: CollectedText;
  #range: StaticRangeInit | null = null;

  /** The span must hold more than white space. */
  constructor(collected: CollectedText, { index, found, section, block, start, end }: MarkFacts) {
    this.#collected = collected;
    this.index = index;
    this.found = found;
    this.section = section;
    this.block = block;
    this.start = start;
    this.end = end;
  }

  get kind(): Mark['kind'] {
    return kindOf(this.found);
  }

  get range(): StaticRangeInit {
    this.#range ??= resolveSpan(this.#collected, this);
    if (!this.#range) throw new RangeError('A mark lies outside the text in which it was found.');
    return this.#range;
  }

  /** Whether its words are still on the page as they were. */
  get isCurrent(): boolean {
    return isUnchanged(this.#collected, this);
  }

  /** Whether it was found in this reading of the page. */
  isOf(collected: CollectedText): boolean {
    return this.#collected === collected;
  }
}
