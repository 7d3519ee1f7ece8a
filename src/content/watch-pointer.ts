import type { CardHost } from './card-host.tsx';
import {
  advanceHover,
  type Hover,
  type HoverEffect,
  type HoverEvent,
  nextDeadline,
  type Over,
  restingHover,
} from './hover-intent.ts';
import { matchesSelector } from './unclobbered.ts';

const controls =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick]';

export interface PointerWatch {
  /** For what does not come from the page's events: the keyboard command, the card's own buttons, marks that went. */
  dispatch(event: HoverEvent): void;
  dispose(): void;
}

/**
 * Turns what the reader does on the page into effects of hover-intent. It only listens: no event of the page is stopped or
 * prevented, except Escape where the focus is in our own card. Events that scripts made up are passed over.
 */
export function watchPointer({
  document,
  host,
  findMark,
  onEffect,
}: {
  document: Document;
  host: CardHost;
  /** The index of the mark at a point of the viewport. */
  findMark: (x: number, y: number) => number | null;
  onEffect: (effect: HoverEffect) => void;
}): PointerWatch {
  const ending = new AbortController();
  let hover: Hover = restingHover;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
  ) => {
    const whenTrusted = (event: DocumentEventMap[Name]) => {
      if (event.isTrusted) listener(event);
    };
    EventTarget.prototype.addEventListener.call(document, name, whenTrusted as EventListener, {
      capture: true,
      passive: true,
      signal: ending.signal,
    });
  };

  listen('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    // A held button selects or drags.
    const over = event.buttons === 0 ? findOver(event) : ({ type: 'page' } as const);
    dispatch({ type: 'moved', at: performance.now(), x, y, over, distanceToCard: host.distanceTo(x, y) });
  });
  listen('pointerout', (event) => {
    if (event.relatedTarget === null && event.pointerType !== 'touch') {
      dispatch({ type: 'left', at: performance.now() });
    }
  });
  listen('click', (event) => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const isSelecting = getSelection()?.isCollapsed === false;
    const isOnControl = isSelecting || event.composedPath().some(isControl);
    dispatch({ type: 'clicked', over: findOver(event), isTouch, isOnControl });
  });
  listen('keydown', (event) => {
    if (event.key !== 'Escape' || hover.state.type === 'idle') return;
    if (host.hasFocus) event.stopPropagation();
    dispatch({ type: 'closed' });
  });

  return {
    dispatch,
    dispose() {
      ending.abort();
      clearTimeout(timer);
    },
  };

  function findOver(event: MouseEvent): Over {
    if (event.target === host.element) return { type: 'card' };
    const mark = findMark(event.clientX, event.clientY);
    return mark === null ? { type: 'page' } : { type: 'mark', mark };
  }

  function dispatch(event: HoverEvent): void {
    const step = advanceHover(hover, event);
    hover = step.hover;
    clearTimeout(timer);
    const deadline = nextDeadline(hover);
    if (deadline !== null) {
      const delay = Math.max(0, deadline - performance.now());
      timer = setTimeout(() => dispatch({ type: 'waited', at: performance.now() }), delay);
    }
    for (const effect of step.effects) onEffect(effect);
  }
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && matchesSelector(target, controls);
}
