import type { Span } from '../model/link.ts';

/** The last span that starts before an offset, found by halves: spans are in text order and never overlap. */
export function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  return spans[lastIndexBefore(spans, offset)];
}

/** Its index, or -1. */
export function lastIndexBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
