import { useRef, useState } from 'preact/hooks';
import { describeError } from '../ui/describe-error.ts';

/** Where the reader was led last. */
interface Place {
  readonly key: string;
  readonly words: string;
}

interface Target {
  readonly key: string;
  /** Its mentions, for the page; never empty. */
  readonly indices: readonly number[];
}

/**
 * Leads to an entry's first mention and with each repeated call to its next; from the last one to the first again. Also
 * returned are the words for where that is: "2 of 5".
 */
export function useJump(
  jumpToLink: (index: number) => Promise<boolean>,
): [place: Place | null, jump: (target: Target) => Promise<void>] {
  const [place, setPlace] = useState<Place | null>(null);
  // Clicks may come faster than answers, so the position is not read from what is shown.
  const last = useRef<{ key: string; position: number } | null>(null);

  const jump = async ({ key, indices }: Target) => {
    const position = last.current?.key === key ? (last.current.position + 1) % indices.length : 0;
    const turn = { key, position };
    last.current = turn;
    const words = await describeJump(jumpToLink, indices, position);
    if (last.current === turn) setPlace({ key, words });
  };
  return [place, jump];
}

async function describeJump(
  jumpToLink: (index: number) => Promise<boolean>,
  indices: readonly number[],
  position: number,
): Promise<string> {
  const index = indices[position];
  try {
    const isFound = index !== undefined && (await jumpToLink(index));
    return isFound ? `${position + 1} of ${indices.length}` : 'no longer on the page';
  } catch (error) {
    return describeError(error);
  }
}
