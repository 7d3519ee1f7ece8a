import type { BuildReport } from './report-build.ts';

/** A build's report as a few lines for the terminal. */
export function formatReport({ packs, nearDuplicates, collisions }: BuildReport): string {
  const lines = packs.map(({ id, sequence, recordCount, recordsByKind, surfaceFormCount, bytes }) => {
    const kinds = Object.entries(recordsByKind)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${kind} ${count}`);
    const content = kinds.length > 0 ? `${recordCount} records (${kinds.join(', ')})` : 'no records';
    const size = bytes > 0 ? `, ${Math.ceil(bytes / 1000)} kB` : '';
    return `${id} (${sequence}): ${content}, ${surfaceFormCount} surface forms${size}`;
  });
  if (nearDuplicates.count > 0) {
    lines.push(`${nearDuplicates.count} pairs of records may be one thing written twice, such as:`);
    for (const { ids, text } of nearDuplicates.examples.slice(0, 5))
      lines.push(`  ${ids.join(' and ')}: ${text}`);
  }
  if (collisions.count > 0) {
    lines.push(`${collisions.count} names are shared by several records and not marked weak, such as:`);
    for (const { text, ids } of collisions.examples.slice(0, 5)) lines.push(`  ${text}: ${ids.join(', ')}`);
  }
  return lines.join('\n');
}
