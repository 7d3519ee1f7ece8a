/** happy-dom has neither highlights nor an IntersectionObserver that sees anything: these stand in, to be looked at by tests. */

export class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}

export class FakeStaticRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
  constructor(init: StaticRangeInit) {
    this.startContainer = init.startContainer;
    this.startOffset = init.startOffset;
    this.endContainer = init.endContainer;
    this.endOffset = init.endOffset;
  }
}

/** Reports what tests say is near; every observed element is near at once unless `isEverythingNear` is false. */
export class FakeIntersectionObserver {
  static isEverythingNear = true;
  static readonly all = new Set<FakeIntersectionObserver>();
  readonly observed = new Set<Element>();
  readonly #report: (entries: IntersectionObserverEntry[]) => void;

  constructor(report: (entries: IntersectionObserverEntry[]) => void) {
    this.#report = report;
    FakeIntersectionObserver.all.add(this);
  }
  observe(element: Element): void {
    this.observed.add(element);
    if (FakeIntersectionObserver.isEverythingNear) this.tell(element, true);
  }
  unobserve(element: Element): void {
    this.observed.delete(element);
  }
  disconnect(): void {
    this.observed.clear();
    FakeIntersectionObserver.all.delete(this);
  }
  tell(target: Element, isIntersecting: boolean): void {
    const boundingClientRect = { width: 100, height: 20 };
    this.#report([{ target, isIntersecting, boundingClientRect } as unknown as IntersectionObserverEntry]);
  }
}

/** The registry of the page, as it would be in a browser: `CSS.highlights`. */
export function installFakeHighlights(): Map<string, FakeHighlight> {
  const highlights = new Map<string, FakeHighlight>();
  FakeIntersectionObserver.isEverythingNear = true;
  FakeIntersectionObserver.all.clear();
  Object.assign(globalThis, {
    Highlight: FakeHighlight,
    StaticRange: FakeStaticRange,
    IntersectionObserver: FakeIntersectionObserver,
  });
  Object.defineProperty(globalThis, 'CSS', { value: { highlights }, configurable: true });
  return highlights;
}

/** The words in each highlight that has any, by its name without the look. */
export function paintedWords(highlights: ReadonlyMap<string, FakeHighlight>): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const [name, highlight] of highlights) {
    if (highlight.size === 0) continue;
    words[name.replace(/-(underline|tint)-(light|dark)$/, '')] = [...highlight].map(
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      },
    );
  }
  return words;
}
