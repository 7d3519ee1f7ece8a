import { describe, expect, it } from 'vitest';
import { annotatePage, longestSinglePart } from '../../src/content/annotate-page.ts';
import type { CollectedText } from '../../src/page/collect-text.ts';

const signal = new AbortController().signal;

/** A text of equal blocks, each drawn `height` pixels high below the last; `scrolled` of them are above the viewport. */
function collectBlocks(
  count: number,
  { length, height, scrolled }: { length: number; height: number; scrolled: number },
) {
  const blocks = Array.from({ length: count }, (_, number) => {
    const element = document.createElement('p');
    const top = (number - scrolled) * height;
    element.getBoundingClientRect = () => new DOMRect(0, top, 100, height);
    return { start: number * length, end: (number + 1) * length, element, isHeading: false };
  });
  return { text: 'x'.repeat(count * length), blocks } as unknown as CollectedText;
}

async function sentFor(collected: CollectedText) {
  const sent: number[] = [];
  const parts: { shift: number; isWhole: boolean }[] = [];
  const ask = async (text: string) => {
    sent.push(text.length);
    return { links: [], ambiguous: [], unresolvedPlans: [] };
  };
  for await (const { shift, isWhole } of annotatePage(collected, { ask, viewportHeight: 1_000, signal })) {
    parts.push({ shift, isWhole });
  }
  return { sent, parts };
}

describe('annotating a page', () => {
  it('sends an article of usual length at once', async () => {
    const collected = collectBlocks(10, { length: 1_000, height: 200, scrolled: 0 });
    expect(await sentFor(collected)).toEqual({ sent: [10_000], parts: [{ shift: 0, isWhole: true }] });
  });

  it('sends what is near the viewport of a long one first, then all of it', async () => {
    const collected = collectBlocks(300, { length: 1_000, height: 500, scrolled: 100 });
    expect(await sentFor(collected)).toEqual({
      sent: [6_000, 300_000],
      parts: [
        { shift: 98_000, isWhole: false },
        { shift: 0, isWhole: true },
      ],
    });
  });

  it('never sends more at first than it would at once', async () => {
    const collected = collectBlocks(300, { length: 1_000, height: 1, scrolled: 0 });
    expect((await sentFor(collected)).sent).toEqual([longestSinglePart, 300_000]);
  });

  it('sends all of a long one when none of it is near', async () => {
    const collected = collectBlocks(300, { length: 1_000, height: 10, scrolled: 900 });
    expect((await sentFor(collected)).sent).toEqual([300_000]);
  });
});
