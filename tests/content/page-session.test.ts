import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageSession } from '../../src/content/page-session.ts';
import type { PageSettings } from '../../src/messages/surface.ts';
import type { Annotation, Link } from '../../src/model/link.ts';
import { recordKinds } from '../../src/model/record.ts';
import type { PageSummary } from '../../src/model/status.ts';
import fakeBrowser from '../support/fake-browser.ts';
import {
  type FakeHighlight,
  FakeIntersectionObserver,
  installFakeHighlights,
  paintedWords,
} from './painters/fake-highlights.ts';

const settings: PageSettings = {
  isEnabled: true,
  kinds: [...recordKinds],
  language: null,
  theme: 'system',
  markStyle: 'underline',
  mentions: 'all',
};

interface Sent {
  name: string;
  request: { text?: string; contextIds?: string[] };
}

let highlights: Map<string, FakeHighlight>;
let sent: Sent[];
let answers: { settings: PageSettings; failures: number };
let isExtensionAlive: boolean;
let session: PageSession;

/** A background whose packs know Ada, Bo and Cleo, and no plan at all. */
async function answerAsBackground(message: { name: string; request: Sent['request'] }): Promise<unknown> {
  sent.push({ name: message.name, request: message.request });
  if (!isExtensionAlive) throw new Error('Extension context invalidated.');
  if (message.name === 'getPageSettings') return { ok: true, value: answers.settings };
  if (message.name === 'getCard') return { ok: true, value: null };
  if (answers.failures-- > 0) return { ok: false, message: 'Newsgloss is still preparing.' };
  return { ok: true, value: annotate(message.request.text ?? '') };
}

function annotate(text: string): Annotation {
  const links = [...text.matchAll(/Ada|Bo|Cleo/g)].map(
    ({ 0: quote, index }): Link => ({
      start: index,
      end: index + quote.length,
      quote,
      kind: quote === 'Bo' ? 'place' : 'person',
      id: `test:${quote.toLowerCase()}`,
      label: quote,
      packId: 'test',
      score: 1,
      evidence: [],
    }),
  );
  const unresolvedPlans = [...text.matchAll(/\d+-point plan/g)].map(({ 0: quote, index }) => ({
    start: index,
    end: index + quote.length,
    quote,
    pointCount: null,
    noun: 'plan',
  }));
  return { links, ambiguous: [], unresolvedPlans };
}

const filler =
  'The talks went on through the night, and nobody said what had been agreed or when it would be known. ';
const article = `<article><h1>Ada goes to Bo</h1><p>${filler}Ada spoke of a 12-point plan.</p><p id="second">${filler}Then Cleo spoke.</p></article>`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  highlights = installFakeHighlights();
  document.body.innerHTML = article;
  document.adoptedStyleSheets = [];
  history.replaceState(null, '', '/first');
  sent = [];
  answers = { settings, failures: 0 };
  isExtensionAlive = true;
  Object.assign(fakeBrowser, { runtime: { sendMessage: answerAsBackground } });
  Object.assign(Range.prototype, { getClientRects: () => [new DOMRect(10, 300, 50, 20)] });
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
  session = new PageSession({ document, isExtensionAlive: () => isExtensionAlive });
});

afterEach(() => {
  session.stop();
  vi.useRealTimers();
});

const realSetTimeout = setTimeout;

/**
 * Lets everything happen that was begun, with time for one batch of mutations. happy-dom delivers mutations by timers of its
 * own, which nothing fakes: they get their turn between the slices.
 */
async function settle(ms = 3_000): Promise<void> {
  for (let slice = 0; slice < 10; slice++) {
    await new Promise((resolve) => realSetTimeout(resolve, 2));
    await vi.advanceTimersByTimeAsync(ms / 10);
  }
}
const words = () => paintedWords(highlights);
const texts = () => sent.filter(({ name }) => name === 'annotateText').map(({ request }) => request);
const summary = async () => {
  const answer = await session.answerCall({ name: 'getPageSummary', request: {} });
  return answer.ok ? (answer.value as PageSummary) : null;
};
const secondParagraph = () => document.querySelector('#second') as HTMLElement;

async function start(): Promise<void> {
  void session.start();
  await settle();
}

describe('a page session', () => {
  it('sends the whole article at once and marks what is found', async () => {
    await start();
    expect(texts().map(({ text }) => text?.split('\n').length)).toEqual([3]);
    expect(words()).toEqual({
      'newsgloss-person': ['Ada', 'Ada', 'Cleo'],
      'newsgloss-place': ['Bo'],
      'newsgloss-unresolved': ['12-point plan'],
    });
  });

  it('leaves a site alone that the reader switched off', async () => {
    answers.settings = { ...settings, isEnabled: false };
    const before = document.documentElement.outerHTML;
    await start();
    expect([texts(), highlights.size, document.documentElement.outerHTML]).toEqual([[], 0, before]);
  });

  it('asks again while the background is still preparing', async () => {
    answers.failures = 3;
    void session.start();
    await settle(3_400);
    expect(words()).toEqual({});
    await settle(200);
    expect(words()['newsgloss-place']).toEqual(['Bo']);
  });

  it('tells the popup what is on the page, each record once', async () => {
    await start();
    expect(await summary()).toMatchObject({
      title: 'Ada goes to Bo',
      links: [
        { id: 'test:ada', label: 'Ada', kind: 'person', packId: 'test', indices: [0, 2] },
        { id: 'test:bo', indices: [1] },
        { id: 'test:cleo', indices: [4] },
      ],
      unresolvedPlans: [{ index: 3, quote: '12-point plan' }],
      isTruncated: false,
    });
  });

  it('goes to a mark that the popup names, and not to one that is gone', async () => {
    await start();
    const jump = (index: number) => session.answerCall({ name: 'jumpToLink', request: { index } });
    expect(await jump(4)).toEqual({ ok: true, value: true });
    expect(words()['newsgloss-active']).toEqual(['Cleo']);
    secondParagraph().remove();
    await settle();
    expect(words()['newsgloss-active']).toBeUndefined();
    expect(await jump(4)).toEqual({ ok: true, value: false });
  });

  it('steps through the marks in text order and round', async () => {
    await start();
    const visited: unknown[] = [];
    for (const direction of ['next', 'next', 'previous', 'previous', 'previous'] as const) {
      await session.answerCall({ name: 'stepToLink', request: { direction } });
      visited.push(words()['newsgloss-active']?.[0]);
    }
    expect(visited).toEqual(['Ada', 'Bo', 'Ada', 'Cleo', '12-point plan']);
  });

  it('shows a mention that the settings leave out when the popup goes there', async () => {
    answers.settings = { ...settings, kinds: ['place'] };
    await start();
    expect(words()).toEqual({ 'newsgloss-place': ['Bo'] });
    await session.answerCall({ name: 'jumpToLink', request: { index: 0 } });
    expect(words()).toEqual({
      'newsgloss-person': ['Ada'],
      'newsgloss-place': ['Bo'],
      'newsgloss-active': ['Ada'],
    });
  });

  it('reads the settings and the page again when told to, and marks keep their names', async () => {
    await start();
    answers.settings = { ...settings, kinds: ['person'] };
    await session.answerCall({ name: 'reannotate', request: {} });
    await settle();
    expect(words()).toEqual({ 'newsgloss-person': ['Ada', 'Ada', 'Cleo'] });
    expect((await summary())?.links.map(({ indices }) => indices)).toEqual([[0, 2], [4]]);
  });
});

describe('a page that changes', () => {
  it('has late text annotated alone, with what is linked as context', async () => {
    await start();
    secondParagraph().insertAdjacentHTML('afterend', `<p>${filler}Later Ada left Bo.</p>`);
    await settle();
    expect(texts().slice(1)).toMatchObject([
      { text: `${filler}Later Ada left Bo.`, contextIds: ['test:ada', 'test:bo', 'test:cleo'] },
    ]);
    expect(words()['newsgloss-person']).toEqual(['Ada', 'Ada', 'Cleo', 'Ada']);
  });

  it('has a paragraph read again whose words change, and each word marked once', async () => {
    await start();
    const text = secondParagraph().firstChild as Text;
    text.data = text.data.replace('Cleo', 'Ada');
    await settle();
    expect(words()['newsgloss-person']).toEqual(['Ada', 'Ada', 'Ada']);
  });

  it('loses the marks of removed text', async () => {
    await start();
    secondParagraph().remove();
    await settle();
    expect(words()['newsgloss-person']).toEqual(['Ada', 'Ada']);
    expect(texts()).toHaveLength(1);
  });

  it('is not asked about for what happens in an editor or in our own host', async () => {
    document
      .querySelector('article')
      ?.insertAdjacentHTML('beforeend', '<div contenteditable="true"><p>Bo</p></div>');
    await start();
    const before = texts().length;
    const editor = document.querySelector('[contenteditable] p') as HTMLElement;
    editor.append(' and Ada, typed by the reader of this page.');
    await session.answerCall({ name: 'jumpToLink', request: { index: 0 } });
    await settle();
    expect(texts()).toHaveLength(before);
  });

  it('is read anew when its article is replaced', async () => {
    await start();
    document.body.innerHTML = `<article><h1>Another story</h1><p>${filler}${filler}Only Bo here.</p></article>`;
    await settle();
    expect(words()).toEqual({ 'newsgloss-place': ['Bo'] });
  });

  it('is read anew, without the marks of the former page, after navigation within it', async () => {
    await start();
    history.pushState(null, '', '/second');
    document.querySelector('article')?.replaceChildren();
    await settle(0);
    document
      .querySelector('article')
      ?.insertAdjacentHTML(
        'beforeend',
        `<h1>A second story of the day</h1><p>${filler}Only Cleo is here.</p>`,
      );
    await settle();
    expect(words()).toEqual({ 'newsgloss-person': ['Cleo'] });
    expect((await summary())?.title).toBe('A second story of the day');
  });

  it('is annotated when its article comes after an empty shell', async () => {
    document.body.innerHTML = '<div id="app"><div></div></div>';
    await start();
    (document.querySelector('#app div') as HTMLElement).innerHTML = article;
    await settle();
    expect(words()['newsgloss-place']).toEqual(['Bo']);
  });

  it('is not followed through a storm of changes, but read anew now and then', async () => {
    await start();
    const text = secondParagraph().firstChild as Text;
    const original = text.data;
    for (let second = 0; second < 20; second++) {
      for (let change = 0; change < 3_000; change++) text.data = `${original} ${change}`;
      await settle(1_000);
    }
    expect(texts().length).toBeGreaterThan(1);
    expect(texts().length).toBeLessThanOrEqual(6);
  });
});

describe('the end of a session', () => {
  it('leaves nothing on the page', async () => {
    const before = document.documentElement.outerHTML;
    await start();
    await session.answerCall({ name: 'jumpToLink', request: { index: 0 } });
    await session.answerCall({ name: 'stop', request: {} });
    await settle();
    expect(document.documentElement.outerHTML).toBe(before);
    expect([highlights.size, document.adoptedStyleSheets.length, FakeIntersectionObserver.all.size]).toEqual([
      0, 0, 0,
    ]);
    secondParagraph().append(' Ada came back.');
    await settle();
    expect(texts()).toHaveLength(1);
    expect(await summary()).toMatchObject({ links: [], title: null });
  });

  it('can be followed by a new beginning', async () => {
    await start();
    session.stop();
    await start();
    expect(words()['newsgloss-place']).toEqual(['Bo']);
  });

  it('comes quietly when the extension was updated under the page', async () => {
    await start();
    isExtensionAlive = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(highlights.size).toBe(0);
  });

  it('comes quietly when the extension is gone before the page is annotated', async () => {
    void session.start();
    isExtensionAlive = false;
    await settle();
    expect([highlights.size, document.documentElement.lastElementChild?.localName]).toEqual([0, 'body']);
  });
});
