/**
 * Named places at which a test lets the process die. Each call stands behind `if (globalThis.newsglossFailpoints)`, which
 * release builds replace by `false`, so that neither the calls nor the names are in them.
 */

/** In the order in which a sync comes past them; `docs/reliability.md` says where each is. */
export type FailpointName = `K${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

declare global {
  /** True where failpoints may be armed. */
  var newsglossFailpoints: boolean | undefined;
  /** For a build with failpoints: arms one from outside, to stop there for ever, as long as it takes to be killed. */
  var newsglossArm: ((name: FailpointName, pass: number) => void) | undefined;
}

interface Armed {
  passesLeft: number;
  readonly act: () => void | Promise<void>;
}

const armed = new Map<FailpointName, Armed>();

/** Has `act` run when the failpoint is passed for the n-th time from now, counted from 1. It may throw. */
export function armFailpoint(name: FailpointName, { pass, act }: { pass: number; act: Armed['act'] }): void {
  globalThis.newsglossFailpoints = true;
  armed.set(name, { passesLeft: pass, act });
}

export function disarmFailpoints(): void {
  armed.clear();
}

/** Passes a failpoint. */
export async function failpoint(name: FailpointName): Promise<void> {
  const found = armed.get(name);
  if (!found || --found.passesLeft > 0) return;
  armed.delete(name);
  await found.act();
}

if (globalThis.newsglossFailpoints) {
  globalThis.newsglossArm = (name, pass) =>
    armFailpoint(name, {
      pass,
      act: () => {
        console.info(`Newsgloss: stopped at ${name}`);
        return new Promise(() => undefined);
      },
    });
}
