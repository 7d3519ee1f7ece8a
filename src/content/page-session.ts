import { answer } from '../messages/answer.ts';
import { maxAnnotatedLength, type parsePageMessage } from '../messages/parse-message.ts';
import { type Answer, askBackground, CallError, NobodyListensError } from '../messages/send.ts';
import { AnnotatedPage } from './annotated-page.ts';
import { askPatiently } from './ask-patiently.ts';
import { emptySummary } from './summarise-page.ts';

type PageCall = NonNullable<ReturnType<typeof parsePageMessage>>;

/**
 * Newsgloss in one page, from the first reading to the last trace. It may be stopped and started again, since a reader may
 * switch a site off and on; and it stops by itself when the extension was updated or removed under the page.
 */
export class PageSession {
  readonly #document: Document;
  readonly #isExtensionAlive: () => boolean;
  #page: AnnotatedPage | null = null;
  #run = new AbortController();
  #life = new AbortController();

  constructor({ document, isExtensionAlive }: { document: Document; isExtensionAlive: () => boolean }) {
    this.#document = document;
    this.#isExtensionAlive = isExtensionAlive;
  }

  get isExtensionAlive(): boolean {
    return this.#isExtensionAlive();
  }

  /** Reads the settings, and annotates the page if its site is enabled; again if it was already. */
  async start(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const patience = { signal, isExtensionAlive: this.#isExtensionAlive };
    try {
      const settings = await askPatiently('getPageSettings', {}, patience);
      if (!settings.isEnabled) {
        this.#leave();
        return;
      }
      this.#page ??= this.#enter();
      await this.#page.annotate(settings);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Removes every trace from the page. */
  stop(): void {
    this.#run.abort();
    this.#leave();
  }

  answerCall(call: PageCall): Promise<Answer<unknown>> {
    return answer(() => {
      switch (call.name) {
        case 'getPageSummary':
          return this.#page?.summary ?? emptySummary;
        case 'jumpToLink':
          return this.#page?.jumpTo(call.request.index) ?? false;
        case 'stepToLink':
          return this.#page?.step(call.request.direction) ?? false;
        case 'reannotate':
          // The caller has other tabs to tell: it need not wait for this page.
          void this.start();
          return {};
        case 'stop':
          this.stop();
          return {};
      }
    });
  }

  #enter(): AnnotatedPage {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#document.addEventListener('visibilitychange', () => this.#checkExtension(), { signal });
    return new AnnotatedPage({
      document: this.#document,
      askAnnotation: ({ page, text, contextIds }, run) =>
        askPatiently(
          'annotateText',
          {
            text: text.slice(0, maxAnnotatedLength),
            language: page.language,
            asOf: page.published?.date ?? null,
            contextIds,
          },
          { signal: run, isExtensionAlive: this.#isExtensionAlive },
        ),
      askCard: async (request) => {
        this.#checkExtension();
        return askBackground('getCard', request);
      },
      onReread: () => void this.start(),
      onError: (error) => this.#fail(error),
    });
  }

  #leave(): void {
    this.#life.abort();
    this.#page?.dispose();
    this.#page = null;
  }

  /** Marks whose cards nobody can open any more would only be in the way. */
  #checkExtension(): void {
    if (!this.#isExtensionAlive()) this.stop();
  }

  #fail(error: unknown): void {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    if (error instanceof NobodyListensError || !this.#isExtensionAlive()) this.stop();
    else if (error instanceof CallError) console.warn('Newsgloss could not annotate this page.', error);
    else throw error;
  }
}
