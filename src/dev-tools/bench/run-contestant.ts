import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './contestant-protocol.ts';

/** A contestant cannot go on; `message` is the reason, for the table. */
export class ContestantError extends Error {
  override name = 'ContestantError';
}

/** A contestant in a process of its own. */
export class RunningContestant {
  readonly #child: ChildProcess;
  readonly #limitMilliseconds: number;

  /** One that takes longer than the limit for one answer is stopped. */
  constructor(limitMilliseconds: number) {
    const heapMegabytes = Math.max(1024, Math.floor(totalmem() / 2 ** 20 / 3));
    this.#limitMilliseconds = limitMilliseconds;
    this.#child = fork(fileURLToPath(new URL('contestant-process.ts', import.meta.url)), {
      execArgv: [...process.execArgv, '--expose-gc', `--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    // What V8 prints when memory runs out is many lines; the table has one.
    this.#child.stderr?.resume();
  }

  /** @throws {ContestantError} when it takes too long, runs out of memory or fails; it has ended then. */
  async ask<Type extends Answer['type']>(
    question: Question,
    type: Type,
  ): Promise<Extract<Answer, { type: Type }>> {
    const waiting = new AbortController();
    const options = { signal: waiting.signal };
    const child = this.#child;
    const timer = setTimeout(() => waiting.abort(), this.#limitMilliseconds);
    try {
      child.send(question);
      const [answer] = (await Promise.race([
        once(child, 'message', options),
        once(child, 'exit', options).then(() => {
          throw new ContestantError('ended before it answered: out of memory, most likely');
        }),
      ])) as [Answer];
      if (answer.type === 'failed') throw new ContestantError(answer.message);
      if (answer.type !== type) throw new ContestantError(`answered ${answer.type} and not ${type}`);
      return answer as Extract<Answer, { type: Type }>;
    } catch (error) {
      this.stop();
      if (error instanceof ContestantError) throw error;
      const seconds = this.#limitMilliseconds / 1000;
      throw new ContestantError(`took more than ${seconds} s to ${question.type}`, { cause: error });
    } finally {
      clearTimeout(timer);
      waiting.abort();
    }
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
