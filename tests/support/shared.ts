import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a development file beside the checkout, or null on machines that do not have it: skip the test then. */
export function sharedPath(name: string): string | null {
  const path = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}
