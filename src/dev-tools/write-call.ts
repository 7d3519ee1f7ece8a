import type { Plain } from './extension-browser.ts';

/**
 * The source of an expression that calls a function with arguments and gives a promise of its result as JSON. `first`
 * names a variable that is passed before the arguments.
 */
export function writeCall(run: (...values: never[]) => unknown, argument: Plain, first?: string): string {
  const parameters = [...(first ? [first] : []), JSON.stringify(argument)].join(', ');
  // tsx compiles with esbuild's keepNames, which wraps inner functions in a helper that pages do not have:
  // https://github.com/privatenumber/tsx/issues/113
  return `(async () => {
    const __name = (target) => target;
    return JSON.stringify((await (${String(run)})(${parameters})) ?? null);
  })()`;
}
