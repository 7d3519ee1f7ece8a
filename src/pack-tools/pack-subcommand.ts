/** What a command of `npm run pack` is made of. */

export interface PackSubcommand {
  /** The command and its arguments as one types them: `check DIR...`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' }>>;
  /** What to print. Throws `UsageError` or `PackSourceError` for what the caller can mend. */
  run(call: PackCall): Promise<string>;
}

export interface PackCall {
  /** Arguments that are no options; at least one. */
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  /** An absolute path from one that was typed. */
  resolvePath(path: string): string;
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}
