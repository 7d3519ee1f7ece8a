import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { describeError } from './describe-error.ts';

export type Loaded<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly value: T }
  | { readonly type: 'failed'; readonly message: string };

/**
 * What `load` has brought so far, a function that loads again, and one that puts in a value known from elsewhere. A new `key` starts over; a reload keeps what is
 * shown until the new answer is there, and an answer that comes after a later question or value is dropped.
 */
export function useLoaded<T>(
  load: () => Promise<T>,
  key: string,
): [Loaded<T>, reload: () => Promise<void>, replace: (value: T) => void] {
  const [loaded, setLoaded] = useState<{ key: string; state: Loaded<T> }>({
    key,
    state: { type: 'loading' },
  });
  const latestLoad = useRef(load);
  latestLoad.current = load;
  const question = useRef(0);

  const reload = useCallback(async () => {
    question.current += 1;
    const asked = question.current;
    const state = await settle(latestLoad.current);
    if (asked === question.current) setLoaded({ key, state });
  }, [key]);

  const replace = useCallback(
    (value: T) => {
      question.current += 1;
      setLoaded({ key, state: { type: 'loaded', value } });
    },
    [key],
  );

  useEffect(() => {
    void reload();
    return () => {
      question.current += 1;
    };
  }, [reload]);

  return [loaded.key === key ? loaded.state : { type: 'loading' }, reload, replace];
}

async function settle<T>(load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { type: 'loaded', value: await load() };
  } catch (error) {
    return { type: 'failed', message: describeError(error) };
  }
}
