/** What a command of `npm run pack` is made of. */

export interface PackSubcommand {
  /** The command and its arguments as one types them: `check DIR...`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** What has to be given besides options, for the sentence that asks for it: "at least one folder". */
  readonly needs: { readonly count: number; readonly what: string };
  /** What to print. Throws `UsageError` or `PackSourceError` for what the caller can mend. */
  run(call: PackCall): Promise<string>;
}

export interface PackCall {
  /** Arguments that are no options; as many as the command needs, or more. */
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** An absolute path from one that was typed. */
  resolvePath(path: string): string;
  /** Aborted when a command that goes on, such as a server, has to end. */
  readonly signal: AbortSignal;
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The text of an option, or null when it is not given. */
export function textOption({ values }: PackCall, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}
