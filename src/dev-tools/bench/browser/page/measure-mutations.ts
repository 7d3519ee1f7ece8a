import { settle, timeFrames } from './await-frames.ts';
import { MainThreadMeter } from './main-thread-meter.ts';

export interface MutationTime {
  /** Milliseconds of the page's own script and the frames that follow: what every change waits for. */
  readonly changing: number;
  /** Milliseconds in which the main thread was busy, from the first change until all was quiet, whoever kept it busy. */
  readonly busy: number;
  readonly longest: number;
}

const changes = 500;
const changesPerFrame = 10;
/** Longer than what watches the page waits before it looks. */
const quietMs = 1_500;

/** Changes the article as a live page does: words are edited, paragraphs come and go; ten changes a frame. */
export async function measureMutations(): Promise<MutationTime> {
  const paragraphs = [...document.querySelectorAll('article p')];
  const step = Math.max(1, Math.floor(paragraphs.length / changes));
  const added: Element[] = [];
  await settle();
  const meter = new MainThreadMeter();
  let changing = 0;
  for (let i = 0; i < changes; ) {
    const start = performance.now();
    for (const end = i + changesPerFrame; i < end; i++) {
      const paragraph = paragraphs[(i * step) % paragraphs.length] as Element;
      if (i % 5 === 4) {
        added.shift()?.remove();
      } else if (i % 5 === 3) {
        const copy = paragraph.cloneNode(true) as Element;
        paragraph.after(copy);
        added.push(copy);
      } else {
        const node = paragraph.firstChild as Text;
        node.data = `${node.data}now `;
      }
    }
    changing += performance.now() - start + (await timeFrames(1));
  }
  return { changing, ...(await meter.stopWhenQuiet(quietMs)) };
}
