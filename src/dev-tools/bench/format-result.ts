import type { BenchResult, ContestantResult, SizeResult } from './bench-result.ts';

const header = ['', 'M char/s', 'Newsgloss is', 'build s', 'bytes/name', 'peak MB', 'matches'];

/** The figures as tables for a terminal, one for each number of names. */
export function formatResult(result: BenchResult): string {
  const { machine, dictionary, text, versions } = result;
  const lines = [
    `${result.date}, ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${versions.node}`,
    `load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after; ${result.rounds} rounds`,
    `names: ${dictionary.averageLength.toFixed(1)} characters on average, ${percent(dictionary.shareOfSeveralWords)} of several words; text: ${text.characters} characters`,
  ];
  return [...lines, ...result.sizes.map(formatSize)].join('\n');
}

function formatSize(size: SizeResult): string {
  const rows = size.contestants.map((each) => formatRow(each, size.names));
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row.length > 2 ? (row[column] ?? '').length : 0))),
  );
  const table = [header, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `\n${size.names} names, ${size.matches} matches\n${[...table, ...formatOpening(size)].join('\n')}`;
}

function formatRow(result: ContestantResult, names: number): string[] {
  if (result.type === 'skipped') return [result.title, `skipped: ${result.reason}`];
  const { build, id } = result;
  const bytes = build.storedBytes ?? build.retainedBytes;
  const isFloor = id === 'floor';
  return [
    result.title,
    result.rate.toPrecision(3),
    id === 'newsgloss' ? '' : `× ${result.newsglossTimes.toPrecision(3)}`,
    isFloor ? '' : (build.buildMilliseconds / 1000).toPrecision(3),
    isFloor ? '' : (bytes / names).toFixed(1),
    isFloor ? '' : (build.peakBytes / 1e6).toFixed(0),
    isFloor ? '' : (result.difference ?? 'agree'),
  ];
}

function formatOpening({ contestants }: SizeResult): string[] {
  return contestants.flatMap((result) => {
    if (result.type === 'skipped' || !result.open) return [];
    const { firstMatchMilliseconds, copyMilliseconds, ratio } = result.open;
    return [
      `${result.title}: bytes to first matches ${firstMatchMilliseconds.toPrecision(3)} ms, memcpy of them ${copyMilliseconds.toPrecision(3)} ms, × ${ratio.toPrecision(3)}`,
    ];
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
