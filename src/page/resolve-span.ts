/** From text offsets to DOM positions and back, by binary search. */

import type { Span } from '../model/link.ts';
import type { CollectedText } from './collect-text.ts';
import { dataOf, isOnPage } from './read-node.ts';
import type { TextMap } from './text-map.ts';

interface Position {
  readonly node: Text;
  readonly offset: number;
}

/**
 * The range of a span's characters, on Text nodes; null when the span is not inside the text, or holds only
 * newlines that are in no node. A newline at an edge of the span is left out of the range; an empty span
 * gives an empty range.
 */
export function resolveSpan(collected: CollectedText, { start, end }: Span): StaticRangeInit | null {
  const { map, text } = collected;
  if (!(start >= 0 && start <= end && end <= text.length)) return null;
  const from = start === end ? positionNear(map, start) : positionFrom(map, start);
  const to = start === end ? from : positionUpTo(map, end);
  if (!from || !to || (start < end && !holdsSegment(map, start, end))) return null;
  return {
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  };
}

/**
 * The text offset of a position in a Text node; null when the node gave nothing to the text. In white space
 * that was collapsed it is the offset of what comes next in the node, or the end of its last character.
 */
export function offsetAt({ map }: CollectedText, node: Node, offset: number): number | null {
  const first = map.firstSegments.get(node);
  if (first === undefined) return null;
  const nodeIndex = map.nodeIndices[first];
  let segment = first;
  // A node has as many segments as runs of white space, which are few.
  while (map.nodeIndices[segment + 1] === nodeIndex && at(map.nodeStarts, segment + 1) <= offset) segment++;
  const within = offset - at(map.nodeStarts, segment);
  if (within <= at(map.lengths, segment)) return at(map.starts, segment) + Math.max(0, within);
  return map.nodeIndices[segment + 1] === nodeIndex ? at(map.starts, segment + 1) : endOf(map, segment);
}

/** Says whether the characters of a span are still on the page as they were when it was read. */
export function isUnchanged({ map, text }: CollectedText, { start, end }: Span): boolean {
  let segment = Math.max(0, lastStartingBy(map.starts, start));
  for (; segment < map.starts.length && at(map.starts, segment) < end; segment++) {
    const from = Math.max(start, at(map.starts, segment));
    const to = Math.min(end, endOf(map, segment));
    const node = map.nodes[at(map.nodeIndices, segment)];
    if (from >= to) continue;
    if (!node || !isOnPage(node)) return false;
    const nodeStart = at(map.nodeStarts, segment) + from - at(map.starts, segment);
    const now = dataOf(node).slice(nodeStart, nodeStart + to - from);
    if (now.replace(/[\t\n\f\r]/g, ' ') !== text.slice(from, to)) return false;
  }
  return true;
}

/** The span of what a Text node gave to the text; null when it gave nothing. */
export function spanOfNode({ map }: CollectedText, node: Node): Span | null {
  const first = map.firstSegments.get(node);
  if (first === undefined) return null;
  let last = first;
  while (map.nodeIndices[last + 1] === map.nodeIndices[first]) last++;
  return { start: at(map.starts, first), end: endOf(map, last) };
}

/** Where the first mapped character at or after `offset` begins. */
function positionFrom(map: TextMap, offset: number): Position | null {
  const before = lastStartingBy(map.starts, offset);
  const isInside = before >= 0 && offset < endOf(map, before);
  return isInside ? positionIn(map, before, offset) : positionIn(map, before + 1, offset);
}

/** Where the last mapped character before `offset` ends. */
function positionUpTo(map: TextMap, offset: number): Position | null {
  return positionIn(map, lastStartingBy(map.starts, offset - 1), offset);
}

/** A caret belongs to the character after it, or else to the one before. */
function positionNear(map: TextMap, offset: number): Position | null {
  const before = lastStartingBy(map.starts, offset);
  if (before >= 0 && offset <= endOf(map, before)) return positionIn(map, before, offset);
  return positionIn(map, before + 1, offset) ?? positionIn(map, before, offset);
}

function positionIn(map: TextMap, segment: number, offset: number): Position | null {
  const node = map.nodes[map.nodeIndices[segment] ?? -1];
  if (!node) return null;
  const within = Math.min(Math.max(0, offset - at(map.starts, segment)), at(map.lengths, segment));
  return { node, offset: at(map.nodeStarts, segment) + within };
}

function holdsSegment(map: TextMap, start: number, end: number): boolean {
  const last = lastStartingBy(map.starts, end - 1);
  return last >= 0 && endOf(map, last) > start;
}

const endOf = (map: TextMap, segment: number): number => at(map.starts, segment) + at(map.lengths, segment);

/** Indices of segments come from the searches here and are always in range. */
const at = (numbers: Uint32Array, index: number): number => numbers[index] ?? 0;

/** The last index whose start is at or before `offset`; -1 when there is none. */
function lastStartingBy(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(starts, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
