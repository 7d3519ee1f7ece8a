/** Watching what the page does to its own text, without being a burden to it. */

import { documentElementOf, parentOf } from '../page/read-node.ts';
import { lengthOfAll, MutationBatch, type TextChange } from './mutation-batch.ts';

/** Mutations come in bursts; one look at the end of a burst is enough. */
const debounceMs = 200;
/** A page that never stops changing is looked at nevertheless. */
const longestWaitMs = 1_000;
/** More changes than this in a second are a storm (a ticker, text as animation): following each would freeze the page. */
const stormMutationsPerSecond = 2_000;
/** How often at most a page is read anew because its article was replaced, and because it is in a storm. */
const replacedEveryMs = 1_000;
const stormEveryMs = 5_000;
/** With less text than this, in UTF-16 units, what was read may be a shell whose article is still to come, anywhere. */
const shortestArticle = 2_000;

export interface PageObserver {
  /** Watches these subtrees, which hold the article's text, instead of the former ones. */
  watch(roots: readonly Node[]): void;
  dispose(): void;
}

interface PageObserverOptions {
  /** Our own element, whose comings and goings are no news. */
  readonly host: Node;
  /** Text came or went. */
  readonly onChange: (change: TextChange) => void;
  /** The page is no longer what was read. */
  readonly onReplaced: () => void;
  /** The address changed without a load; its text may follow later. */
  readonly onNavigated: () => void;
}

/** Reports changes of the article and navigation within the page, until it is disposed of. */
export function observePage(options: PageObserverOptions): PageObserver {
  const { host } = options;
  const ending = new AbortController();
  const observer = new MutationObserver(collect);
  let roots: readonly Node[] = [];
  let articleLength = 0;
  let batch = new MutationBatch({ roots, articleLength, host });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let isStorm = false;
  let second = { startedAt: Number.NEGATIVE_INFINITY, mutations: 0 };
  let lastReplacedAt = Number.NEGATIVE_INFINITY;
  let address = currentAddress();
  followNavigation();

  return {
    watch(newRoots) {
      observer.disconnect();
      roots = newRoots;
      articleLength = lengthOfAll(roots);
      startBatch();
      const shell = articleLength < shortestArticle ? documentElementOf(document) : null;
      if (shell) observer.observe(shell, { childList: true, subtree: true });
      for (const root of roots) {
        observer.observe(root, { childList: true, characterData: true, subtree: true });
        // A framework that replaces the article does so at one of its ancestors.
        for (let node = outerOf(root); node; node = outerOf(node)) {
          if (node !== shell && !roots.includes(node)) observer.observe(node, { childList: true });
        }
      }
    },
    dispose() {
      ending.abort();
      observer.disconnect();
      clearTimeout(timer);
    },
  };

  function collect(records: readonly MutationRecord[]): void {
    checkAddress();
    if (ending.signal.aborted) return;
    countMutations(records.length);
    if (!isStorm) for (const record of records) batch.add(record);
    if (isStorm || !batch.isEmpty) schedule();
  }

  function countMutations(count: number): void {
    const now = performance.now();
    if (now - second.startedAt > 1_000) second = { startedAt: now, mutations: 0 };
    second.mutations += count;
    isStorm ||= second.mutations > stormMutationsPerSecond;
  }

  function schedule(): void {
    const now = performance.now();
    waitingSince ??= now;
    const wait = Math.min(debounceMs, Math.max(0, waitingSince + longestWaitMs - now));
    const isReplaced = isStorm || batch.isReplaced;
    const restMs = lastReplacedAt + (isStorm ? stormEveryMs : replacedEveryMs) - now;
    clearTimeout(timer);
    timer = setTimeout(report, isReplaced ? Math.max(wait, restMs) : wait);
  }

  function report(): void {
    const change = isStorm ? ({ type: 'replaced' } as const) : batch.change;
    startBatch();
    if (change?.type === 'replaced') {
      lastReplacedAt = performance.now();
      options.onReplaced();
    } else if (change) {
      options.onChange(change);
    }
  }

  function startBatch(): void {
    clearTimeout(timer);
    batch = new MutationBatch({ roots, articleLength, host });
    waitingSince = null;
    isStorm = false;
  }

  function followNavigation(): void {
    const { signal } = ending;
    addEventListener('popstate', checkAddress, { signal });
    // Firefox has it since 147: https://developer.mozilla.org/docs/Web/API/Navigation_API
    if ('navigation' in globalThis && navigation instanceof EventTarget) {
      navigation.addEventListener('currententrychange', checkAddress, { signal });
    }
  }

  function checkAddress(): void {
    const current = currentAddress();
    if (current === address) return;
    address = current;
    startBatch();
    options.onNavigated();
  }
}

/** The address without its fragment, which only names a place on the same page. */
function currentAddress(): string {
  return location.href.split('#', 1)[0] ?? '';
}

const outerOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : parentOf(node));
