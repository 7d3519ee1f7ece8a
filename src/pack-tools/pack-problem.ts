/** What can be wrong with a pack that people wrote, said so that they can mend it. */

export interface PackProblem {
  /** Path of the file as the caller named its folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** `records[3].statements[0].citations`; empty when the file as a whole is meant. */
  readonly field: string;
  /** What is wrong with the field and how to mend it; reads on after the field's name. */
  readonly message: string;
}

/** `packs/x/people.yaml:12:7 records[3].id: is missing …`, one line. */
export function formatProblem({ file, line, column, field, message }: PackProblem): string {
  return `${file}:${line}:${column} ${field ? `${field}: ` : ''}${message}`;
}

/** One or more packs cannot be built from what is written; `problems` has all that was found, in reading order. */
export class PackSourceError extends Error {
  override name = 'PackSourceError';
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[], options?: ErrorOptions) {
    super(problems.map(formatProblem).join('\n'), options);
    this.problems = [...problems];
  }
}
