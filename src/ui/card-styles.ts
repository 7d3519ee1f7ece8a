import { tokensFor } from './tokens.ts';

/** Readings of an ambiguous mention, on a card and in the popup. */
export const candidateStyles = `
.ng-candidate-label { display: flex; align-items: center; gap: 6px; font-weight: 600; }
.ng-candidate-label > .ng-glyph { align-self: start; margin-block-start: 2px; color: var(--ng-kind); }
.ng-candidate-line { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.ng-candidate-line, .ng-candidate-why { margin-inline-start: 22px; unicode-bidi: plaintext; }
.ng-candidate-why { display: block; margin-block-start: 2px; color: var(--ng-ink-soft); font-size: 12.5px; }
`;

/**
 * The look of a card. Sizes are in pixels because in a page's shadow root `rem` is whatever the page made of it.
 * Borders, not backgrounds, carry the shapes, so that they are there in forced colours.
 */
export const cardStyles = `
.ng-card, .ng-card *, .ng-card ::before, .ng-card ::after { box-sizing: border-box; }
.ng-card {
  inline-size: 100%; max-inline-size: 360px; max-block-size: var(--ng-card-max-height, min(420px, 60vh));
  margin: 0; padding: 0 16px; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin;
  scrollbar-color: var(--ng-edge) transparent;
  border: 1px solid var(--ng-rule); border-radius: var(--ng-radius);
  background: var(--ng-paper); color: var(--ng-ink); box-shadow: 0 6px 24px var(--ng-shadow), 0 1px 3px var(--ng-shadow);
  font: 400 14px/1.45 var(--ng-sans); text-align: start; overflow-wrap: break-word; --ng-kind: var(--ng-ink-soft);
}
.ng-card-pinned { max-block-size: var(--ng-card-max-height, min(640px, 80vh)); border-color: var(--ng-edge); }
.ng-card-inline { max-inline-size: none; max-block-size: none; overflow: visible; border: 0; box-shadow: none; }
.ng-card[data-kind='person'], .ng-card [data-kind='person'] { --ng-kind: var(--ng-person); }
.ng-card[data-kind='organisation'], .ng-card [data-kind='organisation'] { --ng-kind: var(--ng-organisation); }
.ng-card[data-kind='place'], .ng-card [data-kind='place'] { --ng-kind: var(--ng-place); }
.ng-card[data-kind='plan'], .ng-card [data-kind='plan'] { --ng-kind: var(--ng-plan); }
.ng-card[data-kind='event'], .ng-card [data-kind='event'] { --ng-kind: var(--ng-event); }
.ng-card:focus { outline: none; }
.ng-card :is(p, h2, h3, ul, ol, li, dl, dt, dd) { margin: 0; padding: 0; font: inherit; }
.ng-card :is(ul, ol) { list-style: none; }
.ng-card button {
  appearance: none; margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit;
  text-align: inherit; cursor: pointer;
}
.ng-card a { color: var(--ng-link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }
.ng-card a:hover { text-decoration-thickness: 2px; }
.ng-card :is(a, button, summary, li):focus-visible { outline: 2px solid var(--ng-link); outline-offset: 2px; border-radius: 2px; }
.ng-card li:focus { outline: 2px solid var(--ng-link); outline-offset: 3px; border-radius: 2px; }
.ng-glyph { display: block; flex: none; }
.ng-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.ng-bar {
  position: sticky; inset-block-start: 0; z-index: 1; display: flex; align-items: center; gap: 2px;
  margin-inline: -16px; padding: 6px 8px 6px 16px; background: var(--ng-paper);
}
.ng-eyebrow { display: flex; flex: 1; align-items: center; gap: 6px; min-inline-size: 0; min-block-size: 28px; color: var(--ng-ink-soft); }
.ng-card .ng-eyebrow { font-size: 12.5px; }
.ng-eyebrow .ng-glyph, .ng-kind { color: var(--ng-kind); }
.ng-kind { font-weight: 600; }
.ng-card .ng-icon-button { display: grid; place-items: center; flex: none; inline-size: 28px; block-size: 28px; border-radius: var(--ng-radius); color: var(--ng-ink-soft); }
.ng-card .ng-icon-button:hover { background: var(--ng-wash); color: var(--ng-ink); }
.ng-card-inline .ng-bar { position: static; }

.ng-card .ng-name { font: 600 21px/1.2 var(--ng-serif); text-wrap: balance; }
.ng-card .ng-role { margin-block-start: 4px; font-weight: 500; }
.ng-card .ng-text { margin-block-start: 10px; }
.ng-dates { color: var(--ng-ink-soft); font-size: 12.5px; font-weight: 400; }
.ng-tail { display: inline-block; max-inline-size: 100%; }
.ng-card .ng-cite {
  position: relative; margin-inline-start: 3px; vertical-align: 0.4em; color: var(--ng-link);
  font: 500 10.5px/1 var(--ng-sans); font-variant-numeric: tabular-nums;
}
.ng-cite::after { content: ''; position: absolute; inset: -7px -3px; }
.ng-cite:hover { text-decoration: underline; }

.ng-card .ng-record { margin-block-start: 8px; color: var(--ng-ink-soft); }
.ng-card .ng-record + .ng-role { margin-block-start: 0; padding-inline-start: 10px; border-inline-start: 2px solid var(--ng-edge); }
.ng-unknown { margin-block-start: 8px; padding-inline-start: 10px; border-inline-start: 2px solid var(--ng-edge); }
.ng-unknown > .ng-facts { margin-block-start: 3px; color: var(--ng-ink-soft); }
.ng-holders > div + div { margin-block-start: 6px; }
.ng-card .ng-holders dd { font-weight: 500; }

.ng-card .ng-candidates { margin-block-start: 10px; }
.ng-card .ng-candidates > li { padding-block: 9px; border-block-start: 1px solid var(--ng-rule); }
.ng-candidates > li:last-child { border-block-end: 1px solid var(--ng-rule); }
${candidateStyles}
.ng-rule > strong { font-weight: 600; }

.ng-section { margin-block-start: 14px; }
.ng-card h3 { margin-block-end: 5px; font-size: 12.5px; font-weight: 600; color: var(--ng-ink-soft); }
.ng-card .ng-facts > li + li { margin-block-start: 5px; }
.ng-section > h3 + .ng-facts > li, .ng-section > h3 ~ .ng-fold .ng-facts > li { position: relative; padding-inline-start: 14px; }
.ng-section > h3 + .ng-facts > li::before, .ng-section > h3 ~ .ng-fold .ng-facts > li::before {
  content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 9px; inline-size: 6px; border-block-start: 1.5px solid var(--ng-kind);
}
.ng-details > div { display: grid; grid-template-columns: minmax(0, 96px) minmax(0, 1fr); gap: 0 12px; }
.ng-details > div + div { margin-block-start: 4px; }
.ng-details > .ng-stacked { display: block; }
.ng-details > div + .ng-stacked { margin-block-start: 10px; }
.ng-stacked > dd + dd { margin-block-start: 4px; }
.ng-card dt { grid-column: 1; color: var(--ng-ink-soft); }
.ng-card dd { grid-column: 2; }

.ng-card .ng-lineage > li { position: relative; padding: 0 0 9px 20px; }
.ng-card .ng-lineage > li:last-child { padding-block-end: 0; }
.ng-lineage > li::before {
  content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 4px; inline-size: 11px; block-size: 11px;
  border: 1.5px solid var(--ng-kind); border-radius: 50%; background: var(--ng-paper);
}
.ng-lineage > li:not(:last-child)::after {
  content: ''; position: absolute; inset-inline-start: 5px; inset-block: 17px -3px; border-inline-start: 1px solid var(--ng-edge);
}
.ng-lineage > .ng-current::before { border-width: 5px; background: var(--ng-kind); }
.ng-lineage > .ng-later::before { border-style: dashed; border-color: var(--ng-edge); }
.ng-lineage > li:has(+ .ng-later)::after { border-inline-start-style: dashed; }
.ng-stage { display: block; }
.ng-lineage .ng-dates { display: flex; align-items: center; gap: 6px; min-block-size: 19px; line-height: 1.3; }
.ng-current .ng-stage { font-weight: 600; }
.ng-later .ng-stage { color: var(--ng-ink-soft); }
.ng-card .ng-text-button { inline-size: fit-content; text-decoration: underline; text-decoration-color: var(--ng-edge); text-underline-offset: 2px; }
.ng-card .ng-text-button:hover { text-decoration-color: currentColor; }
.ng-tag { padding: 0 5px; border: 1px solid var(--ng-rule); border-radius: 3px; font-size: 11px; line-height: 15px; }

.ng-since { margin: 16px -16px 0; padding: 10px 16px 12px; border-block: 1px solid var(--ng-rule); background: var(--ng-wash); }
.ng-since .ng-section { margin-block-start: 0; }
.ng-since h3 { color: var(--ng-ink); }
.ng-since + .ng-foot { border-block-start: 0; margin-block-start: 0; }

.ng-foot { margin-block-start: 14px; padding-block: 8px 12px; border-block-start: 1px solid var(--ng-rule); font-size: 13px; }
.ng-card .ng-pack { margin-block-start: 4px; color: var(--ng-ink-soft); font-size: 12.5px; }
.ng-fold > summary { display: flex; align-items: center; gap: 7px; inline-size: fit-content; min-block-size: 26px; color: var(--ng-ink-soft); font-size: 13px; list-style: none; cursor: pointer; }
.ng-fold > summary::-webkit-details-marker { display: none; }
.ng-fold > summary::before {
  content: ''; inline-size: 5px; block-size: 5px; margin-inline: 1px 2px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg);
}
.ng-fold[open] > summary::before { transform: rotate(45deg); }
.ng-fold > summary:hover { color: var(--ng-ink); }
.ng-fold > :is(ul, ol, dl) { padding-block: 2px 6px; }
.ng-card .ng-sources > ol { counter-reset: source; }
.ng-card .ng-sources > ol > li { position: relative; padding-inline-start: 22px; counter-increment: source; }
.ng-card .ng-sources > ol > li + li { margin-block-start: 6px; }
.ng-sources > ol > li::before { content: counter(source); position: absolute; inset-inline-start: 0; color: var(--ng-ink-soft); font-variant-numeric: tabular-nums; }
.ng-publisher { font-weight: 600; }

.ng-card .ng-card-button { margin-block-start: 12px; padding: 5px 12px; border: 1px solid var(--ng-edge); border-radius: var(--ng-radius); font-weight: 500; }
.ng-card .ng-card-button:hover { background: var(--ng-wash); }
.ng-card > :last-child:not(.ng-foot) { margin-block-end: 16px; }
.ng-skeleton { display: grid; gap: 9px; padding-block: 12px 16px; }
.ng-skeleton > span { block-size: 9px; border-radius: 2px; background: var(--ng-rule); }
.ng-skeleton > span:last-child { inline-size: 60%; }
@media (prefers-reduced-motion: no-preference) {
  .ng-skeleton > span { animation: ng-breathe 1.6s ease-in-out infinite alternate; }
  @keyframes ng-breathe { from { opacity: 1; } to { opacity: 0.45; } }
}
@media (forced-colors: active) {
  .ng-skeleton > span { border: 1px solid GrayText; }
  .ng-card { border-color: CanvasText; }
}
`;

/**
 * Everything a closed shadow root needs, for one constructed stylesheet. A page's rule for the host element beats
 * `:host`, therefore inheritance is cut a second time on the surface, which no page can select.
 */
export const shadowStyles = `
:host { all: initial; }
.ng-surface { all: initial; display: block; direction: ltr; }
${tokensFor('.ng-surface')}
${cardStyles}
`;
