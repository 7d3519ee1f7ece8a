import type { LabelledText } from './labelled-text.ts';
import type { Outcome } from './score-mentions.ts';
import { type Figures, sumBy, sumOutcomes } from './sum-outcomes.ts';

export interface QualityReport {
  readonly texts: number;
  readonly all: Figures;
  readonly bySet: ReadonlyMap<string, Figures>;
  readonly byKind: ReadonlyMap<string, Figures>;
  readonly byLanguage: ReadonlyMap<string, Figures>;
  /** By tag, and `any` for all texts with a tag. */
  readonly byTrap: ReadonlyMap<string, Figures>;
  /** Texts in which nothing may be linked; null when there is none. */
  readonly negatives: { readonly falsePositives: number; readonly words: number } | null;
  /** Right links on labels that lie inside a longer one, counted nowhere else. */
  readonly insideLonger: number;
  /** Misses for which the right record was shown among others. */
  readonly undecided: number;
  readonly outcomes: readonly Outcome[];
}

/** All figures of some texts and what became of their labels. */
export function reportQuality(texts: readonly LabelledText[], outcomes: readonly Outcome[]): QualityReport {
  const negatives = texts.filter(({ mentions }) => mentions.length === 0);
  const names = new Set(negatives.map(({ name }) => name));
  const count = (type: Outcome['type']): number => outcomes.filter((outcome) => outcome.type === type).length;
  return {
    texts: texts.length,
    all: sumOutcomes(outcomes),
    bySet: sumBy(outcomes, ({ set }) => (set === null ? [] : [set])),
    byKind: sumBy(outcomes, ({ kind }) => [kind]),
    byLanguage: sumBy(outcomes, ({ language }) => [language]),
    byTrap: sumBy(outcomes, ({ traps }) => (traps.length > 0 ? ['any', ...traps] : [])),
    negatives:
      negatives.length === 0
        ? null
        : {
            falsePositives: outcomes.filter(({ type, text }) => type === 'spurious' && names.has(text))
              .length,
            words: negatives.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
          },
    insideLonger: count('inside'),
    undecided: count('undecided'),
    outcomes,
  };
}

const mostErrors = 40;
const errorTypes: ReadonlySet<string> = new Set([
  'wrong-record',
  'on-nothing',
  'spurious',
  'missed',
  'undecided',
]);

/** The report for a terminal. `all` lists every error instead of the first of them. */
export function formatQuality(report: QualityReport, heading: string, options: { all: boolean }): string {
  const { all, bySet, byKind, byLanguage, byTrap, negatives, insideLonger, undecided } = report;
  const rows = [
    ['', 'precision', 'recall of held', 'recall of all', 'F1 of held', 'F1 of all'],
    figureRow('all', all),
    ...groupRows('set', bySet),
    ...groupRows('kind', byKind),
    ...groupRows('language', byLanguage),
    ...groupRows('trap', byTrap),
  ];
  const errors = report.outcomes.filter(({ type }) => errorTypes.has(type));
  const shown = options.all ? errors : worst(errors).slice(0, mostErrors);
  const lines = [
    heading,
    '',
    ...columns(rows),
    '',
    `${insideLonger} right links on labels inside longer ones are counted nowhere; ${undecided} misses were shown as ambiguous with the right record among the readings.`,
    ...(negatives ? [formatNegatives(negatives)] : []),
    '',
    ...columns(shown.map(errorRow)),
    ...(shown.length < errors.length
      ? [`… ${errors.length - shown.length} more errors; --errors lists all, --json writes them to a file.`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The report as plain data. */
export function qualityToJson({ bySet, byKind, byLanguage, byTrap, ...rest }: QualityReport): unknown {
  return {
    ...rest,
    bySet: Object.fromEntries(bySet),
    byKind: Object.fromEntries(byKind),
    byLanguage: Object.fromEntries(byLanguage),
    byTrap: Object.fromEntries(byTrap),
  };
}

/** Wrong links before missing ones. */
const worst = (errors: readonly Outcome[]): Outcome[] => [
  ...errors.filter(({ found }) => found !== null),
  ...errors.filter(({ found }) => found === null),
];

function formatNegatives({ falsePositives, words }: { falsePositives: number; words: number }): string {
  const rate = words === 0 ? 0 : (falsePositives / words) * 1000;
  return `Texts without labels: ${falsePositives} false positives in ${words} words, ${rate.toFixed(2)} per 1,000.`;
}

const groupRows = (what: string, groups: ReadonlyMap<string, Figures>): string[][] =>
  [...groups].map(([name, figures]) => figureRow(`${what} ${name}`, figures));

function figureRow(name: string, figures: Figures): string[] {
  const { right, said, held, labelled, precision, recall, recallOfAll, f1, f1OfAll } = figures;
  return [
    name,
    share(precision, right, said),
    share(recall, right, held),
    share(recallOfAll, right, labelled),
    f1?.toFixed(3) ?? '-',
    f1OfAll?.toFixed(3) ?? '-',
  ];
}

const share = (ratio: number | null, part: number, whole: number): string =>
  `${ratio?.toFixed(3) ?? '-'} (${part}/${whole})`;

const errorRow = ({ type, text, start, quote, expected, found }: Outcome): string[] => [
  type,
  `${text}:${start}`,
  quote.replaceAll('\n', ' '),
  `expected ${expected ?? 'nothing'}`,
  `found ${found ?? 'nothing'}`,
];

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
