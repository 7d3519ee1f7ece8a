import { markAtPoint } from '../../../../content/mark-at-point.ts';
import { settle } from './await-frames.ts';
import { annotationOf, findNames, makePainter, markWithNewsgloss, readText } from './marking-ways.ts';
import { freshArticle } from './measure-marking.ts';

export interface HoverTime {
  readonly marks: number;
  /** Share of the points that had a mark under them. */
  readonly hits: number;
  /** Milliseconds a call. */
  readonly hitTest: readonly number[];
  readonly bare: readonly number[];
}

const columns = 40;
const rows = 25;

/**
 * Times our hit test and the browser's bare search for the text position at a grid of points over the viewport, in
 * alternating rounds, on an article of which the first `most` matches are marked.
 */
export async function measureHovering(
  names: readonly string[],
  { most, rounds }: { most: number; rounds: number },
): Promise<HoverTime> {
  const root = await freshArticle();
  const collected = readText(root);
  const annotation = annotationOf(findNames(collected.text, names).slice(0, most));
  const marking = markWithNewsgloss(makePainter(), collected, annotation);
  scrollTo(0, 600);
  await settle();
  const points = Array.from({ length: columns * rows }, (_, i) => ({
    x: ((i % columns) + 0.5) * (innerWidth / columns),
    y: (Math.floor(i / columns) + 0.5) * (innerHeight / rows),
  }));
  const touching = (node: Node, offset: number) => marking.marks.touching(node, offset);
  let hits = 0;
  const ours = () => {
    hits = 0;
    for (const { x, y } of points) {
      if (markAtPoint({ document, x, y, shadowRoots: [], touching })) hits++;
    }
  };
  const bare = () => {
    for (const { x, y } of points) document.caretPositionFromPoint(x, y);
  };
  const times = { hitTest: [] as number[], bare: [] as number[] };
  // One round to warm both up.
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? (['hitTest', 'bare'] as const) : (['bare', 'hitTest'] as const);
    for (const side of order) {
      const start = performance.now();
      (side === 'hitTest' ? ours : bare)();
      if (round > 0) times[side].push((performance.now() - start) / points.length);
      await settle(20);
    }
  }
  marking.dispose();
  return { marks: marking.count, hits: hits / points.length, ...times };
}
