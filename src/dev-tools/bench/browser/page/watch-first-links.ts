/** Notes when the first mark of the extension is painted on this page, in milliseconds since its navigation began. */

export function watchFirstLinks(): { readonly at: number | null } {
  const seen: { at: number | null } = { at: null };
  const look = (): void => {
    if (countPainted() > 0) seen.at = performance.now();
    else requestAnimationFrame(look);
  };
  look();
  return seen;
}

/** Marks that are painted now: those near the viewport. */
export function countPainted(): number {
  let count = 0;
  for (const [name, highlight] of CSS.highlights) if (name.startsWith('newsgloss-')) count += highlight.size;
  return count;
}
