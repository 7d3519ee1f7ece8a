import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NativePainter } from '../../../src/content/painters/native-painter.ts';
import type { PaintedMark } from '../../../src/content/painters/painter.ts';
import {
  FakeHighlight,
  FakeIntersectionObserver,
  installFakeHighlights,
  paintedWords,
} from './fake-highlights.ts';

let highlights: Map<string, FakeHighlight>;
let pageSheet: CSSStyleSheet;

beforeEach(() => {
  highlights = installFakeHighlights();
  highlights.set('search-results', new FakeHighlight());
  pageSheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [pageSheet];
  document.body.innerHTML = '<p>Ada met Bo.</p><p>Ada left.</p>';
});

const ownNames = () => [...highlights.keys()].filter((name) => name.startsWith('newsgloss-'));
const createPainter = (style: 'underline' | 'tint' = 'underline') =>
  new NativePainter({ document, style, ground: 'light' });

function markOf(
  word: string,
  { paragraph, kind, index }: { paragraph: number; kind: PaintedMark['kind']; index: number },
): PaintedMark {
  const block = document.querySelectorAll('p')[paragraph];
  const node = block?.firstChild;
  if (!(block && node instanceof Text)) throw new Error('no such paragraph');
  const start = node.data.indexOf(word);
  const range = {
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: start + word.length,
  };
  return { index, kind, range, block };
}

const ada = () => markOf('Ada', { paragraph: 0, kind: 'person', index: 0 });
const bo = () => markOf('Bo', { paragraph: 0, kind: 'place', index: 1 });
const adaAgain = () => markOf('Ada', { paragraph: 1, kind: 'person', index: 2 });

describe('the native painter', () => {
  it('has one highlight for each kind', () => {
    const painter = createPainter();
    painter.paint([ada(), bo(), adaAgain()]);
    expect(paintedWords(highlights)).toEqual({
      'newsgloss-person': ['Ada', 'Ada'],
      'newsgloss-place': ['Bo'],
    });
  });

  it('leaves the page’s nodes as they are', () => {
    const before = document.documentElement.outerHTML;
    createPainter().paint([ada(), bo()]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('draws only what is near the viewport, and follows it', () => {
    FakeIntersectionObserver.isEverythingNear = false;
    const painter = createPainter();
    painter.paint([ada(), adaAgain()]);
    const [observer] = FakeIntersectionObserver.all;
    const [first, second] = document.querySelectorAll('p');
    expect(paintedWords(highlights)).toEqual({});
    if (first) observer?.tell(first, true);
    expect(highlights.get('newsgloss-person-underline-light')?.size).toBe(1);
    if (second) observer?.tell(second, true);
    expect(highlights.get('newsgloss-person-underline-light')?.size).toBe(2);
    if (first) observer?.tell(first, false);
    expect(
      [...(highlights.get('newsgloss-person-underline-light') ?? [])].map(
        (range) => range.startContainer.parentElement,
      ),
    ).toEqual([second]);
  });

  it('replaces what was painted before and observes no block in vain', () => {
    const painter = createPainter();
    painter.paint([ada(), adaAgain()]);
    painter.paint([bo()]);
    expect(paintedWords(highlights)).toEqual({ 'newsgloss-place': ['Bo'] });
    const [observer] = FakeIntersectionObserver.all;
    expect([...(observer?.observed ?? [])]).toEqual([document.querySelector('p')]);
  });

  it('sets off the active mark above the others', () => {
    const painter = createPainter();
    painter.paint([ada(), bo()]);
    painter.setActive(1);
    expect(paintedWords(highlights)['newsgloss-active']).toEqual(['Bo']);
    expect(highlights.get('newsgloss-active')?.priority).toBeGreaterThan(
      highlights.get('newsgloss-place-underline-light')?.priority ?? 9,
    );
    painter.setActive(null);
    expect(paintedWords(highlights)['newsgloss-active']).toBeUndefined();
  });

  it('comes back after a page that cleared all highlights and style sheets', () => {
    const painter = createPainter();
    painter.paint([ada()]);
    highlights.clear();
    document.adoptedStyleSheets = [pageSheet];
    painter.paint([bo()]);
    expect(paintedWords(highlights)).toEqual({ 'newsgloss-place': ['Bo'] });
    expect(document.adoptedStyleSheets).toHaveLength(2);
  });

  it('paints in open shadow roots too', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const block = document.createElement('p');
    block.append('Ada');
    root.append(block);
    const node = block.firstChild as Text;
    const painter = createPainter();
    painter.paint([
      {
        index: 0,
        kind: 'person',
        block,
        range: { startContainer: node, startOffset: 0, endContainer: node, endOffset: 3 },
      },
    ]);
    expect(root.adoptedStyleSheets).toHaveLength(1);
    painter.dispose();
    expect(root.adoptedStyleSheets).toEqual([]);
  });

  it('adopts no style sheet where the browser injected the rules and the body inherits them', () => {
    const style = { textDecorationLine: 'underline' } as CSSStyleDeclaration;
    const computed = vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(style);
    createPainter().paint([ada()]);
    expect(computed.mock.calls[0]?.[0]).toBe(document.body);
    expect(document.adoptedStyleSheets).toEqual([pageSheet]);
    computed.mockRestore();
  });

  it('takes all marks away on clear, and can paint again', () => {
    const painter = createPainter();
    painter.paint([ada()]);
    painter.setActive(0);
    painter.clear();
    expect(paintedWords(highlights)).toEqual({});
    painter.paint([ada()]);
    expect(paintedWords(highlights)).toEqual({ 'newsgloss-person': ['Ada'] });
  });

  it('leaves no trace when disposed of, and what the page has stays', () => {
    const painter = createPainter();
    painter.paint([ada(), bo()]);
    painter.setActive(0);
    painter.dispose();
    expect([...highlights.keys()]).toEqual(['search-results']);
    expect(document.adoptedStyleSheets).toEqual([pageSheet]);
    expect(FakeIntersectionObserver.all.size).toBe(0);
  });

  it('leaves alone what a newer content script registered under the same names', () => {
    const old = createPainter();
    const current = createPainter();
    old.dispose();
    expect(ownNames()).not.toEqual([]);
    current.paint([ada()]);
    expect(paintedWords(highlights)).toEqual({ 'newsgloss-person': ['Ada'] });
  });
});
