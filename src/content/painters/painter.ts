/** What every way of painting marks on a page can do. */

import type { RecordKind } from '../../model/record.ts';

export interface PaintedMark {
  readonly index: number;
  readonly kind: RecordKind | 'ambiguous' | 'unresolved';
  readonly range: StaticRangeInit;
  /** The block of text that the range lies in: marks are only drawn while it is near the viewport. */
  readonly block: Element;
}

export interface Painter {
  /** Replaces everything painted before. */
  paint(marks: readonly PaintedMark[]): void;
  /** Sets off one of the painted marks, which the reader is at; null for none. */
  setActive(index: number | null): void;
  /** Takes all marks away; `paint` may follow. */
  clear(): void;
  /** Leaves no trace; nothing may follow. */
  dispose(): void;
}
