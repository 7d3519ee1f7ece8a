/** What a command of `npm run pack` is made of. */

import type { verifySite } from './publish/verify-site.ts';

export interface PackSubcommand {
  /** The command and its arguments as one types them: `check DIR...`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** What has to be given besides options, for the sentence that asks for it: "at least one folder". */
  readonly needs: { readonly count: number; readonly what: string };
  /** What to print. Throws `UsageError`, `PublishError` or `PackSourceError` for what the caller can mend. */
  run(call: PackCall): Promise<string>;
}

/** What a command has of the world besides its arguments. */
export interface PackSurroundings {
  /** Aborted when a command that goes on, such as a server, has to end. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What somebody types, unseen; null when there is nobody to ask. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** The check of a published folder, with tuf-js as browsers get it: who starts the program has to bundle it. */
  readonly loadVerifier: () => Promise<{ readonly verifySite: typeof verifySite }>;
}

export interface PackCall extends PackSurroundings {
  /** Arguments that are no options; as many as the command needs, or more. */
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** An absolute path from one that was typed. */
  resolvePath(path: string): string;
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
