import type { PageSettings } from '../messages/surface.ts';
import type { Card } from '../model/card.ts';
import type { PageSummary } from '../model/status.ts';
import { collectAddedText } from '../page/collect-text.ts';
import { type Page, readPage } from '../page/read-page.ts';
import { kindNames } from '../ui/kind-names.ts';
import { type AskAnnotation, annotatePage } from './annotate-page.ts';
import { CardDesk, type CardRequest } from './card-desk.tsx';
import { CardHost } from './card-host.tsx';
import { findGround } from './find-ground.ts';
import type { HoverEffect } from './hover-intent.ts';
import type { Mark } from './mark.ts';
import { markAtPoint } from './mark-at-point.ts';
import type { TextChange } from './mutation-batch.ts';
import { observePage, type PageObserver } from './observe-page.ts';
import { PageMarks } from './page-marks.ts';
import type { Ground } from './painters/mark-styles.ts';
import { NativePainter } from './painters/native-painter.ts';
import type { Painter } from './painters/painter.ts';
import { rootsToCollect } from './roots-to-collect.ts';
import { selectMarks } from './select-marks.ts';
import { findStep, scrollToMark } from './step-to-link.ts';
import { emptySummary, summarisePage } from './summarise-page.ts';
import { rootOf } from './unclobbered.ts';
import { type PointerWatch, watchPointer } from './watch-pointer.ts';
import { whenIdle } from './when-idle.ts';

interface AnnotatedPageOptions {
  readonly document: Document;
  readonly askAnnotation: (
    request: { page: Page; text: string; contextIds: readonly string[] },
    signal: AbortSignal,
  ) => Promise<Awaited<ReturnType<AskAnnotation>>>;
  readonly askCard: (request: CardRequest) => Promise<Card | null>;
  /** The page became another one: settings are to be read and the page annotated again. */
  readonly onReread: () => void;
  /** What was begun because of a change of the page failed. */
  readonly onError: (error: unknown) => void;
}

/** A page while it is annotated: what was found, how it is painted, the card, and the watch over what changes. */
export class AnnotatedPage {
  readonly #options: AnnotatedPageOptions;
  readonly #marks = new PageMarks();
  readonly #host: CardHost;
  readonly #desk: CardDesk;
  readonly #pointer: PointerWatch;
  readonly #observer: PageObserver;
  #painter: {
    readonly painter: Painter;
    readonly style: PageSettings['markStyle'];
    readonly ground: Ground;
  } | null = null;
  #read: { readonly page: Page; readonly settings: PageSettings } | null = null;
  #shown = new Map<number, Mark>();
  #shadowRoots: readonly ShadowRoot[] = [];
  /** What the page changed or removed while an answer is under way, which cannot know of it; null while none is. */
  #touched: Set<Node> | null = null;
  /** Marks that the reader went to although the settings leave them out. */
  readonly #revealed = new Set<number>();
  #lastVisited: number | null = null;
  #openMark: number | null = null;
  #isByKeyboard = false;
  #run = new AbortController();
  readonly #life = new AbortController();
  #lateWork: Promise<void> = Promise.resolve();

  constructor(options: AnnotatedPageOptions) {
    this.#options = options;
    const { document } = options;
    this.#host = new CardHost(document);
    this.#pointer = watchPointer({
      document,
      host: this.#host,
      findMark: (x, y) => this.#findMark(x, y),
      onEffect: (effect) => this.#apply(effect),
    });
    this.#desk = new CardDesk({
      host: this.#host,
      askCard: options.askCard,
      onPin: () => this.#pointer.dispatch({ type: 'pinned' }),
      onClose: () => this.#pointer.dispatch({ type: 'closed' }),
      onOutOfView: ({ index }) => this.#pointer.dispatch({ type: 'scrolledAway', mark: index }),
    });
    this.#observer = observePage({
      host: this.#host.element,
      onChange: (change) => this.#follow(change),
      onReplaced: () => options.onReread(),
      onNavigated: () => {
        this.#forget();
        options.onReread();
      },
    });
    // A page that follows the system's colours turns dark without any other sign.
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', () => this.#paint(), { signal: this.#life.signal });
  }

  /** Reads the page anew and shows what is found; what is shown already stays until then. @throws as `askAnnotation` */
  annotate(settings: PageSettings): Promise<void> {
    const work = this.#annotateWhole(settings);
    // The caller hears of a failure; what the page adds meanwhile only has to wait for the end.
    this.#lateWork = work.catch(() => undefined);
    return work;
  }

  get summary(): PageSummary {
    if (!this.#read) return emptySummary;
    const { page, settings } = this.#read;
    const wanted = selectMarks(this.#marks.all, { kinds: settings.kinds, mentions: 'all' });
    return summarisePage({ ...page, isTruncated: page.collected.isTruncated }, wanted);
  }

  jumpTo(index: number): boolean {
    const mark = this.#marks.find(index);
    return mark !== null && this.#visit(mark);
  }

  step(direction: 'next' | 'previous'): boolean {
    const mark = findStep({
      marks: [...this.#shown.values()],
      current: this.#lastVisited,
      direction,
      viewportHeight: window.innerHeight,
    });
    return mark !== null && this.#visit(mark);
  }

  /** Leaves no trace. */
  dispose(): void {
    this.#run.abort();
    this.#life.abort();
    this.#observer.dispose();
    this.#pointer.dispose();
    this.#desk.hide();
    this.#painter?.painter.dispose();
    this.#host.dispose();
  }

  async #annotateWhole(settings: PageSettings): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const { document } = this.#options;
    const page = readPage(document, location.href);
    this.#read = { page, settings };
    const touched = new Set<Node>();
    this.#touched = touched;
    this.#shadowRoots = shadowRootsOf(page.collected.blocks);
    this.#host.setTheme(settings.theme);
    this.#desk.setContext({ asOf: page.published?.date ?? null, language: settings.language });
    this.#observer.watch(rootsOf(page));
    const ask: AskAnnotation = (text, contextIds) =>
      this.#options.askAnnotation({ page, text, contextIds }, signal);
    for await (const part of annotatePage(page.collected, {
      ask,
      viewportHeight: window.innerHeight,
      signal,
    })) {
      signal.throwIfAborted();
      this.#marks.replace(page.collected, part.annotation, part.shift);
      this.#marks.dropStale([...touched]);
      this.#paint();
    }
    if (this.#touched === touched) this.#touched = null;
  }

  #follow({ added, touched }: TextChange): void {
    for (const node of touched) this.#touched?.add(node);
    this.#marks.dropStale(touched);
    this.#paint();
    if (added.length === 0) return;
    this.#lateWork = this.#lateWork
      .then(() => this.#annotateLate(added))
      .catch((error: unknown) => this.#options.onError(error));
  }

  /** Annotates what the page added, alone, with what is already linked as its context. */
  async #annotateLate(added: readonly Node[]): Promise<void> {
    const { signal } = this.#run;
    if (!this.#read || signal.aborted) return;
    const { page } = this.#read;
    await whenIdle(signal);
    const roots = rootsToCollect(added, page.collected.blocks);
    const collected = collectAddedText(roots, page.article);
    const touched = new Set<Node>();
    this.#touched = touched;
    this.#marks.dropWithin(roots);
    if (/\S/.test(collected.text)) {
      const contextIds = linkedIds(this.#marks.all);
      const annotation = await this.#options.askAnnotation(
        { page, text: collected.text, contextIds },
        signal,
      );
      this.#marks.add(collected, annotation);
      this.#marks.dropStale([...touched]);
      this.#shadowRoots = [...new Set([...this.#shadowRoots, ...shadowRootsOf(collected.blocks)])];
    }
    if (this.#touched === touched) this.#touched = null;
    this.#paint();
  }

  #paint(): void {
    if (!this.#read) return;
    const { page, settings } = this.#read;
    const style = settings.markStyle;
    const ground = findGround(page.collected.blocks);
    if (this.#painter?.style !== style || this.#painter.ground !== ground) {
      this.#painter?.painter.dispose();
      const { document } = this.#options;
      this.#painter = { style, ground, painter: new NativePainter({ document, style, ground }) };
    }
    const shown = this.#selectShown(settings);
    this.#shown = new Map(shown.map((mark) => [mark.index, mark]));
    this.#painter.painter.paint(shown);
    if (this.#openMark !== null && !this.#shown.has(this.#openMark)) {
      this.#pointer.dispatch({ type: 'vanished', mark: this.#openMark });
    }
  }

  #selectShown(settings: PageSettings): readonly Mark[] {
    const selected = selectMarks(this.#marks.all, settings);
    if (this.#revealed.size === 0) return selected;
    const isSelected = new Set(selected);
    return this.#marks.all.filter((mark) => isSelected.has(mark) || this.#revealed.has(mark.index));
  }

  /** The page is another one: nothing of the former may stay in sight until that is read. */
  #forget(): void {
    this.#run.abort();
    this.#marks.clear();
    this.#revealed.clear();
    this.#lastVisited = null;
    this.#paint();
  }

  #findMark(x: number, y: number): number | null {
    if (this.#shown.size === 0) return null;
    const mark = markAtPoint({
      document: this.#options.document,
      x,
      y,
      shadowRoots: this.#shadowRoots,
      touching: (node, offset) =>
        this.#marks.touching(node, offset).filter(({ index }) => this.#shown.has(index)),
    });
    return mark?.index ?? null;
  }

  #visit(mark: Mark): boolean {
    if (!scrollToMark(mark)) return false;
    if (!this.#shown.has(mark.index)) {
      this.#revealed.add(mark.index);
      this.#paint();
    }
    this.#host.announce(announcementOf(mark));
    this.#isByKeyboard = true;
    this.#pointer.dispatch({ type: 'opened', mark: mark.index });
    this.#isByKeyboard = false;
    return true;
  }

  #apply(effect: HoverEffect): void {
    const painter = this.#painter?.painter;
    if (effect.type === 'hide') {
      this.#openMark = null;
      painter?.setActive(null);
      this.#desk.hide();
      return;
    }
    const mark = this.#shown.get(effect.mark);
    if (!mark) return;
    if (effect.type === 'prefetch') {
      this.#desk.prefetch(mark);
      return;
    }
    this.#openMark = mark.index;
    this.#lastVisited = mark.index;
    painter?.setActive(mark.index);
    this.#desk.show(mark, { isPinned: effect.isPinned, takesFocus: this.#isByKeyboard });
  }
}

function announcementOf({ found }: Mark): string {
  switch (found.type) {
    case 'link':
      return `${found.link.label}, ${kindNames[found.link.kind].one}`;
    case 'ambiguous':
      return `${found.ambiguous.quote}, not sure: ${found.ambiguous.candidates.length} readings`;
    case 'unresolvedPlan':
      return `${found.plan.quote}, plan that is not known`;
  }
}

/** What holds the article's text: its roots, and the shadow roots in them, which an observer does not see into. */
function rootsOf({ article, collected }: Page): Node[] {
  const title = article.title ? [article.title] : [];
  return [...new Set<Node>([...article.roots, ...title, ...shadowRootsOf(collected.blocks)])];
}

function shadowRootsOf(blocks: readonly { readonly element: Element }[]): ShadowRoot[] {
  return [...new Set(blocks.map(({ element }) => rootOf(element)))].filter(
    (root) => root instanceof ShadowRoot,
  );
}

function linkedIds(marks: readonly Mark[]): string[] {
  const ids = new Set<string>();
  for (const { found } of marks) if (found.type === 'link') ids.add(found.link.id);
  return [...ids];
}
