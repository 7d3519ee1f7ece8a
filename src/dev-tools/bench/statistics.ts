/** The middle value, or the mean of the two in the middle; NaN of no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * The median over rounds of `values[i] / others[i]`. What slows the machine down slows both sides of one round, so this is
 * steadier than the ratio of two medians.
 */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  const rounds = Math.min(values.length, others.length);
  return median(
    Array.from({ length: rounds }, (_, i) => (values[i] ?? Number.NaN) / (others[i] ?? Number.NaN)),
  );
}
