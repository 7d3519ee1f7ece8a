/** Which of the things found are marked, by the reader's settings. Pure. */

import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { Settings } from '../model/settings.ts';
import type { Mark } from './mark.ts';

type Selectable = Pick<Mark, 'found' | 'section'>;

/**
 * The marks to paint, in the order given, which must be text order. With `first`, a record is marked once in each
 * section; plans and unresolved plan references always, since the same words may mean another text a paragraph later.
 */
export function selectMarks<M extends Selectable>(
  marks: readonly M[],
  { kinds, mentions }: Pick<Settings, 'kinds' | 'mentions'>,
): M[] {
  const seen = new Set<string>();
  return marks.filter(({ found, section }) => {
    if (found.type === 'unresolvedPlan') return kinds.includes('plan');
    const readings = found.type === 'link' ? [found.link] : found.ambiguous.candidates;
    if (!readings.some(({ kind }) => kinds.includes(kind))) return false;
    if (mentions === 'all' || readings.some(({ kind }) => kind === 'plan')) return true;
    const key = `${section}\n${ambiguityKey(readings)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Where sections start, ascending: at each heading, and after the heading that opens the text, so that a title counts
 * as a section of its own. Empty for a text without headings, which is one section.
 */
export function findSectionStarts(
  blocks: readonly { readonly start: number; readonly isHeading: boolean }[],
): number[] {
  const starts: number[] = [];
  for (const [position, block] of blocks.entries()) {
    if (block.isHeading) starts.push(block.start);
    else if (position === 1 && blocks[0]?.isHeading) starts.push(block.start);
  }
  return starts;
}

/** The section that an offset lies in: 0 before the first start. */
export function sectionAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
