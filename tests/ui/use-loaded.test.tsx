import { act, renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { useLoaded } from '../../src/ui/use-loaded.ts';

interface Question {
  readonly name: string;
  readonly answer: (value: string) => void;
  readonly refuse: (error: Error) => void;
}

function setUp() {
  const questions: Question[] = [];
  const ask = (name: string) =>
    new Promise<string>((answer, refuse) => questions.push({ name, answer, refuse }));
  const hook = renderHook(({ name }) => useLoaded(() => ask(name), name), {
    initialProps: { name: 'first' },
  });
  return { questions, hook, state: () => hook.result.current[0] };
}

it('loads, and loads again without hiding what is shown', async () => {
  const { questions, hook, state } = setUp();
  expect(state()).toEqual({ type: 'loading' });
  await settle(() => questions[0]?.answer('one'));
  expect(state()).toEqual({ type: 'loaded', value: 'one' });
  await settle(() => void hook.result.current[1]());
  expect(state()).toEqual({ type: 'loaded', value: 'one' });
  await settle(() => questions[1]?.answer('two'));
  expect(state()).toEqual({ type: 'loaded', value: 'two' });
});

it('drops an answer that comes after a later question', async () => {
  const { questions, hook, state } = setUp();
  await act(() => hook.rerender({ name: 'second' }));
  await settle(() => questions[1]?.answer('new'));
  await settle(() => questions[0]?.answer('old'));
  expect(questions.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(state()).toEqual({ type: 'loaded', value: 'new' });
});

it('shows a value that is put in, and drops the answer that was on its way', async () => {
  const { questions, hook, state } = setUp();
  await settle(() => hook.result.current[2]('known'));
  await settle(() => questions[0]?.answer('late'));
  expect(state()).toEqual({ type: 'loaded', value: 'known' });
});

it('keeps the words of a failure', async () => {
  const { questions, state } = setUp();
  await settle(() => questions[0]?.refuse(new Error('The database is full.')));
  expect(state()).toEqual({ type: 'failed', message: 'The database is full.' });
});

/** Runs `step` and everything that follows from it without waiting for the world outside. */
async function settle(step: () => void): Promise<void> {
  await act(async () => {
    step();
    await new Promise((resolve) => setTimeout(resolve));
  });
}
