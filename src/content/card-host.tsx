import { type ComponentChildren, render } from 'preact';
import type { Theme } from '../model/settings.ts';
import { documentElementOf } from '../page/read-node.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { CardSurface } from '../ui/card-frame.tsx';
import { shadowStyles } from '../ui/card-styles.ts';
import { type Box, distanceToBox, maxCardHeight, placeCard } from './place-card.ts';
import { activeElementOf, createDiv } from './unclobbered.ts';

/**
 * `!important` in a shadow root outranks the page's own, so that no rule for `div` can hide the host or make it take room.
 */
const hostStyles = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important;
  inline-size: 0 !important; block-size: 0 !important;
}
.ng-popover {
  position: fixed; inset: auto; margin: 0; padding: 0; border: 0; overflow: visible; background: none;
  inline-size: min(360px, 100vw - 16px); block-size: fit-content;
}
.ng-popover.ng-sheet { inset: auto 0 0 0; inline-size: 100%; }
.ng-sheet .ng-card { max-inline-size: none; border-radius: var(--ng-radius) var(--ng-radius) 0 0; }
.ng-announcement { position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .ng-popover, .ng-announcement { display: none; } }
`;

/** Everything a page could listen to that a reader does in the card. */
const keptEvents = `
pointerdown pointerup pointermove pointerover pointerout click auxclick dblclick contextmenu wheel
mousedown mouseup mousemove mouseover mouseout touchstart touchmove touchend
keydown keyup keypress focusin focusout copy`
  .trim()
  .split(/\s+/);

/** How long a screen reader gets to take up an announcement; then the page's text search cannot find it any more. */
const announcementMs = 2_000;

export interface ShownCard {
  readonly content: ComponentChildren;
  /** The words that the card belongs to, in the viewport; null when they are not drawn. */
  readonly findAnchor: () => Box | null;
  /** The words were scrolled away. */
  readonly onOutOfView: () => void;
}

/**
 * The one element of ours in the page, the same on every page whatever was found. The card is a popover inside its closed
 * shadow root: in the top layer, above whatever the page puts forward, and its toggling is not seen outside.
 */
export class CardHost {
  readonly element: HTMLElement;
  readonly #document: Document;
  readonly #root: ShadowRoot;
  readonly #ending = new AbortController();
  #theme: Theme = 'system';
  #shown: ShownCard | null = null;
  #announcement = '';
  #announcementTimer: ReturnType<typeof setTimeout> | undefined;
  #focusedBefore: HTMLElement | null = null;
  #following: AbortController | null = null;

  constructor(document: Document) {
    this.#document = document;
    this.element = createDiv(document);
    this.#root = this.element.attachShadow({ mode: 'closed' });
    adoptStyles(this.#root, shadowStyles, hostStyles);
    const { signal } = this.#ending;
    for (const type of keptEvents) {
      this.#root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
    }
    this.#attach();
  }

  get isOpen(): boolean {
    return this.#shown !== null;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#render();
  }

  /** Opens the card, or changes what it shows. */
  show(shown: ShownCard): void {
    // Some pages remove what they do not know.
    if (!this.element.isConnected) this.#attach();
    this.#shown = shown;
    this.#render();
    const popover = this.#popover;
    if (popover && !popover.matches(':popover-open')) {
      popover.showPopover();
      this.#followAnchor();
    }
    this.#place();
  }

  hide(): void {
    if (!this.#shown) return;
    this.#following?.abort();
    this.#popover?.hidePopover();
    this.#shown = null;
    this.#render();
    this.#returnFocus();
  }

  /** Moves the focus into the card; `hide` gives it back. */
  takeFocus(): void {
    const activeElement = activeElementOf(this.#document);
    // When a card's content is replaced under the focus, the body has it for a moment.
    if (
      activeElement instanceof HTMLElement &&
      activeElement !== this.element &&
      activeElement.localName !== 'body'
    ) {
      this.#focusedBefore = activeElement;
    }
    this.#root.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return activeElementOf(this.#document) === this.element;
  }

  /** How far a point of the viewport is from the open card; null when none is open. */
  distanceTo(x: number, y: number): number | null {
    const popover = this.#shown && this.#popover;
    return popover ? distanceToBox(x, y, popover.getBoundingClientRect()) : null;
  }

  /** Has a screen reader say something. */
  announce(text: string): void {
    this.#announcement = text;
    this.#render();
    clearTimeout(this.#announcementTimer);
    this.#announcementTimer = setTimeout(() => {
      this.#announcement = '';
      this.#render();
    }, announcementMs);
  }

  dispose(): void {
    clearTimeout(this.#announcementTimer);
    this.hide();
    this.#ending.abort();
    render(null, this.#root);
    this.element.remove();
  }

  /** While the card is open it goes where its words go: scrolling containers and resized windows move them. */
  #followAnchor(): void {
    this.#following = new AbortController();
    const { signal } = this.#following;
    let isFrameDue = false;
    const follow = () => {
      if (isFrameDue) return;
      isFrameDue = true;
      requestAnimationFrame(() => {
        isFrameDue = false;
        if (!signal.aborted) this.#place();
      });
    };
    addEventListener('scroll', follow, { capture: true, passive: true, signal });
    addEventListener('resize', follow, { signal });
  }

  #place(): void {
    const popover = this.#popover;
    const shown = this.#shown;
    if (!popover || !shown) return;
    const viewport = { width: innerWidth, height: innerHeight };
    popover.style.setProperty('--ng-card-max-height', `${maxCardHeight(viewport.height)}px`);
    const anchor = shown.findAnchor();
    if (!anchor || anchor.bottom < 0 || anchor.top > viewport.height) {
      shown.onOutOfView();
      if (this.#shown !== shown || !anchor) return;
    }
    const place = placeCard({ anchor, cardWidth: popover.getBoundingClientRect().width, viewport });
    popover.classList.toggle('ng-sheet', place.type === 'sheet');
    popover.style.left = place.type === 'sheet' ? '' : `${place.left}px`;
    popover.style.top = place.type === 'below' ? `${place.top}px` : '';
    popover.style.bottom = place.type === 'above' ? `${place.bottom}px` : '';
  }

  get #popover(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.ng-popover');
  }

  #attach(): void {
    documentElementOf(this.#document)?.append(this.element);
  }

  #render(): void {
    render(
      <CardSurface theme={this.#theme}>
        <div class="ng-announcement" role="status">
          {this.#announcement}
        </div>
        {this.#shown && (
          <div class="ng-popover" popover="manual">
            {this.#shown.content}
          </div>
        )}
      </CardSurface>,
      this.#root,
    );
  }

  #returnFocus(): void {
    const former = this.#focusedBefore;
    this.#focusedBefore = null;
    const focused = activeElementOf(this.#document);
    const isFocusLost = focused === null || focused.localName === 'body' || focused === this.element;
    if (former?.isConnected && isFocusLost) former.focus({ preventScroll: true });
  }
}
