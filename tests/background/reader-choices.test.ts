import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { database } from '../../src/background/database.ts';
import { choicesFor, rememberChoice } from '../../src/background/reader-choices.ts';
import { ambiguityKey } from '../../src/model/ambiguity-key.ts';
import { countChoices, forgetChoices } from '../../src/store/choices.ts';
import { makeAmbiguous } from '../support/make-ambiguous.ts';

const { candidates } = makeAmbiguous();
const key = ambiguityKey(candidates);
const [draft, counterText] = candidates.map(({ packId, id }) => ({ packId, id }));
const page = 'https://news.example/story?id=1';
const remember = (scope: 'page' | 'site', chosen: typeof draft | null, url = page) =>
  rememberChoice({ url, scope, candidates, chosen: chosen ?? null });
const chosenOn = async (url: string) => {
  const choice = (await choicesFor(url)).get(key);
  return choice ? `${choice.id} on this ${choice.scope}` : null;
};

beforeEach(async () => {
  await forgetChoices(await database());
});

test('a choice for a page holds there alone, whatever part of it is looked at', async () => {
  await remember('page', draft);
  expect(await chosenOn(page)).toBe('x:draft on this page');
  expect(await chosenOn(`${page}#comments`)).toBe('x:draft on this page');
  expect(await chosenOn('https://news.example/story?id=2')).toBeNull();
  expect(await chosenOn('https://other.example/story?id=1')).toBeNull();
});

test('a choice for a site holds on its pages; one for a page goes before it', async () => {
  await remember('site', draft);
  await remember('page', counterText, 'https://news.example/other');
  expect(await chosenOn(page)).toBe('x:draft on this site');
  expect(await chosenOn('https://news.example/other')).toBe('x:counter-text on this page');
  expect(await chosenOn('https://m.news.example/other')).toBeNull();
});

test('a new choice takes the place of the old', async () => {
  await remember('page', draft);
  await remember('page', counterText);
  expect(await chosenOn(page)).toBe('x:counter-text on this page');
  await remember('site', draft);
  expect(await chosenOn(page)).toBe('x:draft on this site');
  expect(await countChoices(await database())).toBe(1);
});

test('taken back, a choice for a page leaves that for its site, and that leaves none', async () => {
  await remember('site', draft);
  await remember('page', counterText);
  await remember('page', null);
  expect(await chosenOn(page)).toBe('x:draft on this site');
  await remember('site', null);
  expect(await chosenOn(page)).toBeNull();
  expect(await countChoices(await database())).toBe(0);
});

test('no address can be read from what is kept', async () => {
  await remember('page', draft);
  await remember('site', draft, 'https://other.example/');
  const connection = await (await database()).connect();
  expect(JSON.stringify(await connection.getAll('choices'))).not.toMatch(/example|story/);
});

test('pages that no extension may read have no choices', async () => {
  await remember('page', draft, 'about:blank');
  expect(await countChoices(await database())).toBe(0);
  expect(await choicesFor('')).toEqual(new Map());
});
