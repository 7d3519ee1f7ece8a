/** What tuf-js uses of Node's path. */
export const join = (...parts: readonly string[]): string => parts.join('/');
