/** When a card opens, stays and goes. Pure: the clock is in the events, what is to be done is in the answer. */

/**
 * Constants that Page Previews tested on millions of readers, and its rule that a fast pointer only passes by.
 * https://www.mediawiki.org/wiki/Page_Previews
 */
export const prefetchAfterMs = 150;
export const showAfterMs = 450;
export const hideAfterMs = 300;
export const fastestPxPerMs = 0.5;
/** Speeds over less than one frame are noise: two events a millisecond apart would make any pointer fast. */
const shortestSampleMs = 16;

/** What lies under the pointer. Marks are named by their index. */
export type Over =
  | { readonly type: 'mark'; readonly mark: number }
  | { readonly type: 'card' }
  | { readonly type: 'page' };

interface Intent {
  readonly mark: number;
  /** Since when the pointer has been on the mark without being fast. */
  readonly restedSince: number;
  readonly isPrefetched: boolean;
}

export type HoverState =
  | { readonly type: 'idle' }
  | { readonly type: 'intending'; readonly intent: Intent }
  /** `leftAt` counts the grace; `next` is another mark that the pointer rests on meanwhile. */
  | {
      readonly type: 'hover';
      readonly mark: number;
      readonly leftAt: number | null;
      readonly next: Intent | null;
    }
  | { readonly type: 'pinned'; readonly mark: number };

export interface Hover {
  readonly state: HoverState;
  /** Was closed by the reader under the pointer, and stays closed until the pointer has left it (WCAG 1.4.13). */
  readonly dismissedMark: number | null;
  readonly sample: { readonly x: number; readonly y: number; readonly at: number } | null;
  readonly distanceToCard: number | null;
}

/** Times are milliseconds of one monotonic clock, places are CSS pixels of the viewport. */
export type HoverEvent =
  | {
      readonly type: 'moved';
      readonly at: number;
      readonly x: number;
      readonly y: number;
      readonly over: Over;
      /** From the pointer to the nearest edge of the open card; null when none is open. */
      readonly distanceToCard: number | null;
    }
  | { readonly type: 'waited'; readonly at: number }
  /** The pointer left the window. */
  | { readonly type: 'left'; readonly at: number }
  /** `isOnControl`: inside a link or a button of the page, to which the click then belongs. */
  | {
      readonly type: 'clicked';
      readonly over: Over;
      readonly isTouch: boolean;
      readonly isOnControl: boolean;
    }
  /** By the keyboard or from the popup. */
  | { readonly type: 'opened'; readonly mark: number }
  | { readonly type: 'pinned' }
  | { readonly type: 'closed' }
  /** The mark is no longer on the page. */
  | { readonly type: 'vanished'; readonly mark: number }
  /** The mark is no longer in view; a pinned card stays nevertheless. */
  | { readonly type: 'scrolledAway'; readonly mark: number };

export type HoverEffect =
  | { readonly type: 'prefetch'; readonly mark: number }
  | { readonly type: 'show'; readonly mark: number; readonly isPinned: boolean }
  | { readonly type: 'hide' };

export interface HoverStep {
  readonly hover: Hover;
  readonly effects: readonly HoverEffect[];
}

export const restingHover: Hover = {
  state: { type: 'idle' },
  dismissedMark: null,
  sample: null,
  distanceToCard: null,
};

/** The state after an event, and what is to be done because of it, in order. */
export function advanceHover(hover: Hover, event: HoverEvent): HoverStep {
  switch (event.type) {
    case 'moved':
      return wait(move(hover, event), event.at);
    case 'waited':
      return wait(hover, event.at);
    case 'left':
      return wait(leave({ ...hover, dismissedMark: null, sample: null }, event.at), event.at);
    case 'clicked':
      return click(hover, event);
    case 'opened':
      return pin({ ...hover, dismissedMark: null }, event.mark);
    case 'pinned':
      return hover.state.type === 'hover' ? pin(hover, hover.state.mark) : { hover, effects: [] };
    case 'closed':
      return close(hover);
    case 'vanished':
      return markOf(hover.state) === event.mark ? lose(hover) : { hover, effects: [] };
    case 'scrolledAway':
      return hover.state.type === 'hover' && hover.state.mark === event.mark
        ? lose(hover)
        : { hover, effects: [] };
  }
}

/** When the state next changes by itself; null when only an event can change it. */
export function nextDeadline({ state }: Hover): number | null {
  if (state.type === 'intending') return dueAt(state.intent);
  if (state.type !== 'hover') return null;
  const times = [
    ...(state.leftAt === null ? [] : [state.leftAt + hideAfterMs]),
    ...(state.next ? [dueAt(state.next)] : []),
  ];
  return times.length > 0 ? Math.min(...times) : null;
}

function move(hover: Hover, event: Extract<HoverEvent, { type: 'moved' }>): Hover {
  const { at, x, y, over } = event;
  const { sample, state } = hover;
  const isSampleDue = !sample || at - sample.at >= shortestSampleMs;
  const isFast =
    sample !== null &&
    isSampleDue &&
    Math.hypot(x - sample.x, y - sample.y) > fastestPxPerMs * (at - sample.at);
  const isHeadingForCard =
    event.distanceToCard !== null &&
    hover.distanceToCard !== null &&
    event.distanceToCard < hover.distanceToCard;
  const moved: Hover = {
    ...hover,
    sample: isSampleDue ? { x, y, at } : sample,
    distanceToCard: event.distanceToCard,
    dismissedMark: over.type === 'mark' && over.mark === hover.dismissedMark ? over.mark : null,
  };
  if (state.type === 'pinned') return moved;
  if (state.type === 'hover') {
    if (over.type === 'card' || (over.type === 'mark' && over.mark === state.mark)) {
      return { ...moved, state: { ...state, leftAt: null, next: null } };
    }
    // On its way to the card the pointer may cross other marks, and may take its time.
    if (isHeadingForCard) return { ...moved, state: { ...state, leftAt: at, next: null } };
    return {
      ...moved,
      state: { ...state, leftAt: state.leftAt ?? at, next: intend(over, state.next, moved, { at, isFast }) },
    };
  }
  const intent = intend(over, state.type === 'intending' ? state.intent : null, moved, { at, isFast });
  return { ...moved, state: intent ? { type: 'intending', intent } : { type: 'idle' } };
}

function intend(
  over: Over,
  former: Intent | null,
  { dismissedMark }: Hover,
  { at, isFast }: { at: number; isFast: boolean },
): Intent | null {
  if (over.type !== 'mark' || over.mark === dismissedMark) return null;
  if (former?.mark !== over.mark) return { mark: over.mark, restedSince: at, isPrefetched: false };
  return isFast ? { ...former, restedSince: at } : former;
}

function leave(hover: Hover, at: number): Hover {
  const { state } = hover;
  if (state.type === 'intending') return { ...hover, state: { type: 'idle' } };
  if (state.type === 'hover') {
    return { ...hover, state: { ...state, leftAt: state.leftAt ?? at, next: null } };
  }
  return hover;
}

function wait(hover: Hover, at: number): HoverStep {
  const { state } = hover;
  if (state.type === 'intending') return ripen(hover, state.intent, at);
  if (state.type !== 'hover') return { hover, effects: [] };
  if (state.next && at >= state.next.restedSince + showAfterMs) return ripen(hover, state.next, at);
  if (state.leftAt !== null && at >= state.leftAt + hideAfterMs) {
    const rest: HoverState = state.next ? { type: 'intending', intent: state.next } : { type: 'idle' };
    const step = wait({ ...hover, state: rest, distanceToCard: null }, at);
    return { hover: step.hover, effects: [{ type: 'hide' }, ...step.effects] };
  }
  return state.next ? ripen(hover, state.next, at) : { hover, effects: [] };
}

function ripen(hover: Hover, intent: Intent, at: number): HoverStep {
  const { mark } = intent;
  const prefetch: HoverEffect[] =
    !intent.isPrefetched && at >= intent.restedSince + prefetchAfterMs ? [{ type: 'prefetch', mark }] : [];
  if (at >= intent.restedSince + showAfterMs) {
    return {
      hover: { ...hover, state: { type: 'hover', mark, leftAt: null, next: null } },
      effects: [...prefetch, { type: 'show', mark, isPinned: false }],
    };
  }
  if (prefetch.length === 0) return { hover, effects: [] };
  const ripened = { ...intent, isPrefetched: true };
  const state: HoverState =
    hover.state.type === 'hover' ? { ...hover.state, next: ripened } : { type: 'intending', intent: ripened };
  return { hover: { ...hover, state }, effects: prefetch };
}

function click(
  hover: Hover,
  { over, isTouch, isOnControl }: Extract<HoverEvent, { type: 'clicked' }>,
): HoverStep {
  const { state } = hover;
  if (over.type === 'card') {
    return state.type === 'hover' ? pin(hover, state.mark) : { hover, effects: [] };
  }
  if (over.type === 'mark' && !isOnControl) {
    if (isTouch) return pin({ ...hover, dismissedMark: null }, over.mark);
    // A click of the mouse alone opens nothing: readers click into text to select it.
    if (markOf(state) === over.mark && state.type === 'hover') return pin(hover, over.mark);
    if (markOf(state) === over.mark && state.type === 'pinned') return { hover, effects: [] };
  }
  const step = close(hover);
  return over.type === 'mark' ? { ...step, hover: { ...step.hover, dismissedMark: over.mark } } : step;
}

function pin(hover: Hover, mark: number): HoverStep {
  return {
    hover: { ...hover, state: { type: 'pinned', mark } },
    effects: [{ type: 'show', mark, isPinned: true }],
  };
}

function close(hover: Hover): HoverStep {
  const { state } = hover;
  const isOpen = state.type === 'hover' || state.type === 'pinned';
  return {
    hover: {
      ...hover,
      state: { type: 'idle' },
      dismissedMark: isOpen ? state.mark : hover.dismissedMark,
      distanceToCard: null,
    },
    effects: isOpen ? [{ type: 'hide' }] : [],
  };
}

/** Closes without the reader having said so: the mark may open again at once. */
function lose(hover: Hover): HoverStep {
  const step = close(hover);
  return { ...step, hover: { ...step.hover, dismissedMark: null } };
}

function markOf(state: HoverState): number | null {
  if (state.type === 'idle') return null;
  return state.type === 'intending' ? state.intent.mark : state.mark;
}

function dueAt({ restedSince, isPrefetched }: Intent): number {
  return restedSince + (isPrefetched ? showAfterMs : prefetchAfterMs);
}
