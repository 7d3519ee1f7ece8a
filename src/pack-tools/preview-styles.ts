/** The look of the preview around its cards, in the product's own colours, light and dark. */
export const previewStyles = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--ng-ground); color: var(--ng-ink); font: 400 18px/1.6 var(--ng-serif); }
main { display: grid; grid-template-columns: minmax(0, 40rem) minmax(0, 22rem); gap: 3rem; justify-content: center; padding: 3rem 2rem; }
h1 { margin: 0 0 1rem; font-size: 1.7rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
.date, .count { color: var(--ng-ink-soft); font: 400 14px/1.5 var(--ng-sans); }
li { margin-block-end: 0.5rem; font: 400 15px/1.5 var(--ng-sans); overflow-wrap: anywhere; }
.mark { color: inherit; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.mark[href]:hover { background: var(--ng-wash); }
.mark:focus-visible { outline: 2px solid var(--ng-link); outline-offset: 2px; }
.mark[data-kind='unsure'] { text-decoration: underline dashed var(--ng-alarm) 2px; }
.mark[data-kind='unknown'] { text-decoration: underline dotted var(--ng-ink-soft) 2px; }
aside { position: sticky; inset-block-start: 3rem; align-self: start; max-block-size: calc(100vh - 6rem); overflow: auto; }
.card { display: none; border: 1px solid var(--ng-rule); border-radius: var(--ng-radius); background: var(--ng-paper); }
.card:target { display: block; }
@media (max-width: 60rem) {
  main { grid-template-columns: minmax(0, 40rem); }
  aside { position: fixed; inset: auto 0 0; max-block-size: 50vh; padding: 0.5rem 1rem; background: var(--ng-ground); border-block-start: 1px solid var(--ng-rule); }
}
`;
