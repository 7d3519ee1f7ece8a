import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PublishError } from './publish/publish-error.ts';

/** What somebody types in the terminal, without its letters being shown; null when there is no terminal. */
export async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  // readline repeats what is typed on its output: this one says nothing.
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: stdin, output: silence, terminal: true });
  const interrupted = new AbortController();
  reader.once('SIGINT', () => interrupted.abort());
  try {
    stderr.write(question);
    return await reader.question('', { signal: interrupted.signal });
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    throw new PublishError('Stopped while it asked for a passphrase. Nothing was signed.', { cause: error });
  } finally {
    stderr.write('\n');
    reader.close();
  }
}
