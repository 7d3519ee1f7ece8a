/** How busy a page's main thread is, whoever keeps it busy: the page, the browser or a content script. */

export interface MainThreadTime {
  /** Milliseconds in all stretches in which nothing else could run for longer than `noiseMs`. */
  readonly busy: number;
  /** The longest such stretch. */
  readonly longest: number;
}

/** A gap between two turns of an idle loop is shorter. */
const noiseMs = 1;
/** Other programs of a busy machine make gaps that are shorter. */
const quietGapMs = 20;
/** A page that never gets quiet is not waited for. */
const longestWaitMs = 10_000;

/**
 * Sends itself messages without a pause and looks at the gaps between them. The browser gives no page the time that a
 * content script takes; but what takes it delays the next message, in every browser.
 */
export class MainThreadMeter {
  readonly #channel = new MessageChannel();
  #busy = 0;
  #longest = 0;
  #last = performance.now();
  #lastBusyAt = performance.now();

  constructor() {
    this.#channel.port1.onmessage = () => this.#turn();
    this.#channel.port2.postMessage(null);
  }

  /** The time until nothing has kept the thread for `quietMs`. */
  async stopWhenQuiet(quietMs: number): Promise<MainThreadTime> {
    const deadline = performance.now() + longestWaitMs;
    while (performance.now() - this.#lastBusyAt < quietMs && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.stop();
  }

  stop(): MainThreadTime {
    this.#turn();
    this.#channel.port1.close();
    return { busy: this.#busy, longest: this.#longest };
  }

  #turn(): void {
    const now = performance.now();
    const gap = now - this.#last;
    this.#last = now;
    if (gap > noiseMs) {
      this.#busy += gap;
      this.#longest = Math.max(this.#longest, gap);
    }
    if (gap > quietGapMs) this.#lastBusyAt = now;
    this.#channel.port2.postMessage(null);
  }
}
