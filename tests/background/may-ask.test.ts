import { beforeEach, expect, test } from 'vitest';
import { mayAsk } from '../../src/background/may-ask.ts';
import { extensionUrl, installFakeExtension } from '../support/fake-extension.ts';

beforeEach(() => {
  installFakeExtension();
});

const ownPage = { id: 'newsgloss', url: `${extensionUrl}src/options/index.html` };
const contentScript = { id: 'newsgloss', url: 'https://news.example/story', tab: { id: 1 } as never };

test.each([
  ['the options page may change sources', ownPage, 'addSource', true],
  ['a content script may have its text annotated', contentScript, 'annotateText', true],
  ['and ask for a card', contentScript, 'getCard', true],
  ['but not change sources', contentScript, 'addSource', false],
  ['nor settings', contentScript, 'changeSettings', false],
  ['nor learn which packs there are', contentScript, 'getStatus', false],
  ['nor make the reader’s choices', contentScript, 'chooseReading', false],
  ['which the popup may', ownPage, 'chooseReading', true],
  ['another extension may ask nothing', { ...ownPage, id: 'other' }, 'getCard', false],
  ['nor anybody without an address', { id: 'newsgloss' }, 'getCard', false],
  [
    'nor a page that only looks like ours',
    { ...contentScript, url: 'https://newsgloss/src/options/index.html' },
    'addSource',
    false,
  ],
] as const)('%s', (_, sender, call, expected) => {
  expect(mayAsk(call, sender)).toBe(expected);
});
