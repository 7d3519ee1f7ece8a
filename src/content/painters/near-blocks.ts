/** Which blocks of text are near the viewport. */

/** Observed at once around what is on the screen: more than any screen shows, with some to scroll through. */
const firstBlocks = 120;
/** The others follow in slices that nobody notices. */
const sliceMs = 4;
const restMs = 16;
/**
 * How far around what is on the screen is near. Whenever the page changes anything, the browser paints every text anew that
 * has a mark, seen or not, so this is little: what a wheel scrolls in a few frames. In pixels, since Chromium 156 widens the
 * viewport by both margins, and a percentage in the second one is of what the first one made: 100% came to four screens.
 */
const margins = { rootMargin: '500px 0px', scrollMargin: '100px 0px' };

/**
 * An IntersectionObserver says when a block comes near, so that scrolling reads no layout. To begin with each block costs
 * time, so those around the viewport come first and the others in slices.
 */
export class NearBlocks {
  readonly #observer: IntersectionObserver;
  readonly #near = new Set<Element>();
  readonly #observed = new Set<Element>();
  readonly #onNear: (block: Element) => void;
  readonly #onFar: (block: Element) => void;
  #waiting: Element[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({
    onNear,
    onFar,
  }: {
    onNear: (block: Element) => void;
    onFar: (block: Element) => void;
  }) {
    this.#onNear = onNear;
    this.#onFar = onFar;
    this.#observer = new IntersectionObserver((entries) => this.#follow(entries), margins);
  }

  has(block: Element): boolean {
    return this.#near.has(block);
  }

  /** Watches these blocks, in text order, instead of the former ones. */
  watch(blocks: readonly Element[]): void {
    const wanted = new Set(blocks);
    for (const block of this.#observed) {
      if (wanted.has(block)) continue;
      this.#observer.unobserve(block);
      this.#observed.delete(block);
      this.#near.delete(block);
    }
    const missing = blocks.filter((block) => !this.#observed.has(block));
    const from = missing.length > firstBlocks ? Math.max(0, findOnScreen(missing) - firstBlocks / 4) : 0;
    const first = missing.splice(from, firstBlocks);
    for (const block of first) this.#observe(block);
    // Taken from the end: so the blocks right behind the first ones are next, and those before them last.
    this.#waiting = [...missing.slice(0, from), ...missing.slice(from).reverse()];
    this.#observeSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  #observe(block: Element): void {
    this.#observed.add(block);
    this.#observer.observe(block);
  }

  #observeSoon(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#observeSlice(), restMs);
  }

  #observeSlice(): void {
    const end = performance.now() + sliceMs;
    for (let block = this.#waiting.pop(); block; block = this.#waiting.pop()) {
      this.#observe(block);
      // The browser's own work on each follows with the next frame.
      if (performance.now() > end - sliceMs / 2) break;
    }
    this.#observeSoon();
  }

  #follow(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // A block without a box (`display: contents`) never intersects anything, although its text may be in view.
      const isNear = isIntersecting || (box.width === 0 && box.height === 0);
      if (isNear === this.#near.has(target)) continue;
      if (isNear) {
        this.#near.add(target);
        this.#onNear(target);
      } else {
        this.#near.delete(target);
        this.#onFar(target);
      }
    }
  }
}

/**
 * Where in the list the first block on the screen is, as far as blocks stand below one another. Where they do not, the
 * wrong ones come first and nothing else is lost.
 */
function findOnScreen(blocks: readonly Element[]): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as Element).getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
