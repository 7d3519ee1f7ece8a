import type { Span } from '../model/link.ts';
import type { CollectedText } from '../page/collect-text.ts';
import { resolveSpan } from '../page/resolve-span.ts';
import { type Found, nameOf } from './mark.ts';
import type { StoredMark } from './stored-mark.ts';

/** The marks of an earlier annotation, to give what is found again at its place the index that it had. */
export class FormerMarks {
  readonly #collected: CollectedText;
  /** By offset in the text that both were found in, or else by the node in which they start. */
  readonly #byPlace = new Map<number | Node, StoredMark[]>();
  readonly #isSameText: boolean;

  /** `collected`: what the new marks are found in. */
  constructor(marks: readonly StoredMark[], collected: CollectedText) {
    this.#collected = collected;
    this.#isSameText = marks.every((mark) => mark.isOf(collected));
    for (const mark of marks) {
      const place = this.#isSameText ? mark.start : mark.range.startContainer;
      const others = this.#byPlace.get(place);
      if (others) others.push(mark);
      else this.#byPlace.set(place, [mark]);
    }
  }

  indexOf({ found, start, end }: Span & { readonly found: Found }): number | null {
    if (this.#byPlace.size === 0) return null;
    const isSame = (former: StoredMark): boolean => nameOf(former.found) === nameOf(found);
    if (this.#isSameText) return this.#byPlace.get(start)?.find(isSame)?.index ?? null;
    const range = resolveSpan(this.#collected, { start, end });
    if (!range) return null;
    const former = this.#byPlace
      .get(range.startContainer)
      ?.find((mark) => mark.range.startOffset === range.startOffset && isSame(mark));
    return former?.index ?? null;
  }
}
