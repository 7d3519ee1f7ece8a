import type { Annotation } from '../model/link.ts';
import type { RecordId } from '../model/record.ts';
import type { CollectedText } from '../page/collect-text.ts';
import { findVisibleSpan } from './find-visible-span.ts';
import { whenIdle } from './when-idle.ts';

/** Longest text that is sent at once; the links of a longer one are worth showing before all of it is read. */
export const longestSinglePart = 100_000;

/** Annotates a text; `contextIds` are records already linked on the page. */
export type AskAnnotation = (text: string, contextIds: readonly RecordId[]) => Promise<Annotation>;

interface PartialAnnotation {
  readonly annotation: Annotation;
  /** Where in the collected text the annotated stretch starts. */
  readonly shift: number;
  /** Whether it is of the whole text. The one that is comes last, and replaces the other. */
  readonly isWhole: boolean;
}

/** What is on the page: of a long text first what the reader sees, then, in a quiet moment, all of it. */
export async function* annotatePage(
  { text, blocks }: CollectedText,
  { ask, viewportHeight, signal }: { ask: AskAnnotation; viewportHeight: number; signal: AbortSignal },
): AsyncGenerator<PartialAnnotation> {
  if (text.length > longestSinglePart) {
    const span = findVisibleSpan(blocks, { viewportHeight, maxLength: longestSinglePart });
    if (span) {
      const annotation = await ask(text.slice(span.start, span.end), []);
      yield { annotation, shift: span.start, isWhole: false };
    }
    await whenIdle(signal);
  }
  yield { annotation: await ask(text, []), shift: 0, isWhole: true };
}
