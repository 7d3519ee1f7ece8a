/** What tuf-js uses of Node's fs, as a Map: metadata is read and written in memory, and committed to the store after. */
import { NodeBuffer } from './node-buffer.ts';

/** Bytes by path. Each refresh has a folder name of its own. */
export const filesInMemory = new Map<string, Uint8Array>();

export function readFileSync(path: string): NodeBuffer {
  const bytes = filesInMemory.get(path);
  if (!bytes) throw new Error(`There is no ${path} in memory.`);
  return NodeBuffer.from(bytes);
}

export function writeFileSync(path: string, text: string): void {
  filesInMemory.set(path, NodeBuffer.from(text));
}
