import type { CollectedText } from '../../../../page/collect-text.ts';
import { resolveSpan } from '../../../../page/resolve-span.ts';
import { settle, timeFrames } from './await-frames.ts';
import {
  annotationOf,
  type FoundName,
  findNames,
  makePainter,
  markWithMarkJs,
  markWithNewsgloss,
  type NodeMatches,
  readText,
  wrapByHand,
} from './marking-ways.ts';

export type MarkingWay = 'nothing' | 'newsgloss' | 'wrapping' | 'markJs';

/** Milliseconds of the main thread. */
export interface MarkingTime {
  readonly count: number;
  /** Finding the page's text; null where the way gets the places for nothing, or does it while marking. */
  readonly reading: number | null;
  /** Putting the marks' style sheet in place, once a page; the browser then looks at the style of every element again. */
  readonly styling: number | null;
  /** From known places until the script ends and the layout is done. */
  readonly marking: number;
  /** The two frames after that: style, layout, painting, and what is drawn when blocks are seen to be near. */
  readonly frames: number;
}

let pristine: HTMLElement | null = null;

/** Marks a fresh copy of the page's article in one way. */
export async function measureMarking(way: MarkingWay, names: readonly string[]): Promise<MarkingTime> {
  const root = await freshArticle();
  const readingStart = performance.now();
  const collected = readText(root);
  const reading = performance.now() - readingStart;
  const found = findNames(collected.text, names);
  const annotation = annotationOf(found);
  const byNode = way === 'wrapping' ? groupByNode(collected, found) : [];
  await settle();
  const stylingStart = performance.now();
  const painter = way === 'newsgloss' ? makePainter() : null;
  root.getBoundingClientRect();
  const styling = performance.now() - stylingStart;
  if (painter) await settle();
  const start = performance.now();
  const marking =
    painter !== null
      ? markWithNewsgloss(painter, collected, annotation)
      : way === 'wrapping'
        ? wrapByHand(byNode)
        : way === 'markJs'
          ? markWithMarkJs(root, names)
          : null;
  root.getBoundingClientRect();
  const end = performance.now();
  const frames = await timeFrames(2);
  marking?.dispose();
  return {
    count: marking?.count ?? 0,
    reading: way === 'newsgloss' ? reading : null,
    styling: way === 'newsgloss' ? styling : null,
    marking: end - start,
    frames,
  };
}

/** A copy of the article as it came, in its place, laid out and painted. */
export async function freshArticle(): Promise<HTMLElement> {
  const current = document.querySelector<HTMLElement>('article');
  if (!current) throw new Error('The page has no article.');
  pristine ??= current.cloneNode(true) as HTMLElement;
  const fresh = pristine.cloneNode(true) as HTMLElement;
  current.replaceWith(fresh);
  scrollTo(0, 0);
  fresh.getBoundingClientRect();
  await timeFrames(2);
  return fresh;
}

function groupByNode(collected: CollectedText, found: readonly FoundName[]): NodeMatches[] {
  const groups = new Map<Text, { start: number; end: number }[]>();
  for (const span of found) {
    const range = resolveSpan(collected, span);
    if (!range || range.startContainer !== range.endContainer) throw new Error('A name is split.');
    const node = range.startContainer as Text;
    const spans = groups.get(node) ?? [];
    spans.push({ start: range.startOffset, end: range.endOffset });
    groups.set(node, spans);
  }
  return [...groups].map(([node, spans]) => ({ node, spans }));
}
