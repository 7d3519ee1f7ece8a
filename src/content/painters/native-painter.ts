import type { MarkStyle } from '../../model/settings.ts';
import {
  activeHighlightName,
  type Ground,
  highlightName,
  markedKinds,
  markStyleSheet,
} from './mark-styles.ts';
import type { PaintedMark, Painter } from './painter.ts';

interface DrawableMark {
  readonly mark: PaintedMark;
  readonly range: StaticRange;
}

/**
 * Paints with the CSS Custom Highlight API: the page's nodes stay as they are. The page can read the registry of
 * highlights, and has highlights of its own there, so only our names are ever touched.
 *
 * Ranges are static, since live ones make each change of the page slower, and only those near the viewport are in a
 * highlight: an IntersectionObserver says when a block comes near, so that scrolling reads no layout.
 */
export class NativePainter implements Painter {
  readonly #highlights = new Map<string, Highlight>();
  readonly #sheet = new CSSStyleSheet();
  readonly #styledRoots = new Set<Document | ShadowRoot>();
  readonly #observer: IntersectionObserver;
  #marksByBlock = new Map<Element, DrawableMark[]>();
  readonly #nearBlocks = new Set<Element>();
  #activeIndex: number | null = null;

  constructor({ document, style, ground }: { document: Document; style: MarkStyle; ground: Ground }) {
    this.#sheet.replaceSync(markStyleSheet(style, ground));
    this.#adoptSheet(document);
    if (style === 'underline' && !canUnderline(document)) {
      this.#sheet.replaceSync(markStyleSheet('tint', ground));
    }
    this.#observer = new IntersectionObserver((entries) => this.#followBlocks(entries), {
      rootMargin: '100% 0px',
      scrollMargin: '100% 0px',
    });
    for (const kind of markedKinds) this.#register(highlightName(kind), 0);
    this.#register(activeHighlightName, 1);
  }

  paint(marks: readonly PaintedMark[]): void {
    const former = this.#marksByBlock;
    this.#marksByBlock = groupByBlock(marks);
    for (const highlight of this.#highlights.values()) highlight.clear();
    for (const block of former.keys()) {
      if (this.#marksByBlock.has(block)) continue;
      this.#observer.unobserve(block);
      this.#nearBlocks.delete(block);
    }
    this.#restore();
    for (const block of this.#marksByBlock.keys()) {
      this.#adoptSheetAround(block);
      if (former.has(block)) {
        if (this.#nearBlocks.has(block)) this.#draw(block);
      } else {
        this.#observer.observe(block);
      }
    }
    this.#drawActive();
  }

  setActive(index: number | null): void {
    this.#activeIndex = index;
    this.#drawActive();
  }

  clear(): void {
    this.#activeIndex = null;
    this.paint([]);
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#marksByBlock.clear();
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // An updated extension may have registered the name anew from a content script of its own.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    for (const root of this.#styledRoots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    }
    this.#styledRoots.clear();
  }

  #register(name: string, priority: number): void {
    const highlight = new Highlight();
    highlight.priority = priority;
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }

  /** Pages that clear the registry or replace their style sheets take ours along. */
  #restore(): void {
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
    for (const root of this.#styledRoots) this.#adoptSheet(root);
  }

  #followBlocks(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // A block without a box (`display: contents`) never intersects anything, although its text may be in view.
      const isNear = isIntersecting || (box.width === 0 && box.height === 0);
      if (isNear === this.#nearBlocks.has(target)) continue;
      if (isNear) {
        this.#nearBlocks.add(target);
        this.#draw(target);
      } else {
        this.#nearBlocks.delete(target);
        this.#erase(target);
      }
    }
  }

  #draw(block: Element): void {
    for (const { mark, range } of this.#marksByBlock.get(block) ?? []) {
      this.#highlights.get(highlightName(mark.kind))?.add(range);
    }
  }

  #erase(block: Element): void {
    for (const { mark, range } of this.#marksByBlock.get(block) ?? []) {
      this.#highlights.get(highlightName(mark.kind))?.delete(range);
    }
  }

  #drawActive(): void {
    const highlight = this.#highlights.get(activeHighlightName);
    highlight?.clear();
    if (this.#activeIndex === null) return;
    for (const drawable of [...this.#marksByBlock.values()].flat()) {
      if (drawable.mark.index === this.#activeIndex) highlight?.add(new StaticRange(drawable.mark.range));
    }
  }

  #adoptSheetAround(block: Element): void {
    const root = block.getRootNode();
    if (root instanceof ShadowRoot && !this.#styledRoots.has(root)) this.#adoptSheet(root);
  }

  #adoptSheet(root: Document | ShadowRoot): void {
    this.#styledRoots.add(root);
    if (root.adoptedStyleSheets.includes(this.#sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }
}

function groupByBlock(marks: readonly PaintedMark[]): Map<Element, DrawableMark[]> {
  const groups = new Map<Element, DrawableMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.block) ?? [];
    group.push({ mark, range: new StaticRange(mark.range) });
    groups.set(mark.block, group);
  }
  return groups;
}

/**
 * Says whether the browser takes `text-decoration` in our adopted rules. `CSS.supports` only knows the selector, and
 * Firefox learned
 * the property in 146: https://developer.mozilla.org/docs/Web/CSS/::highlight
 */
function canUnderline(document: Document): boolean {
  const style = getComputedStyle(document.documentElement, `::highlight(${highlightName('person')})`);
  return style.textDecorationLine !== 'none';
}
