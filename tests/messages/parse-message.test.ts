import { describe, expect, test } from 'vitest';
import {
  maxAnnotatedLength,
  parseBackgroundMessage,
  parsePageMessage,
} from '../../src/messages/parse-message.ts';

const annotate = { text: 'Some text', language: 'en', asOf: '2025-12-01', contextIds: ['iso3166:UA'] };

test('a well-formed call is taken as it is', () => {
  expect(parseBackgroundMessage({ to: 'background', name: 'annotateText', request: annotate })).toEqual({
    name: 'annotateText',
    request: annotate,
  });
  expect(parsePageMessage({ to: 'page', name: 'jumpToLink', request: { index: 3 } })).toEqual({
    name: 'jumpToLink',
    request: { index: 3 },
  });
});

describe('everything else is no call', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'annotateText'],
    ['for somebody else', { to: 'page', name: 'annotateText', request: annotate }],
    ['unknown', { to: 'background', name: 'eraseAll', request: {} }],
    ['a property of Object', { to: 'background', name: 'constructor', request: {} }],
    ['without a request', { to: 'background', name: 'annotateText' }],
    ['with more than was agreed', { to: 'background', name: 'getStatus', request: { extra: 1 } }],
    ['with an extra envelope field', { to: 'background', name: 'getStatus', request: {}, also: 1 }],
    [
      'with a date that is none',
      { to: 'background', name: 'annotateText', request: { ...annotate, asOf: 'today' } },
    ],
    [
      'with text that is too long',
      {
        to: 'background',
        name: 'annotateText',
        request: { ...annotate, text: 'x'.repeat(maxAnnotatedLength + 1) },
      },
    ],
    [
      'with a choice between one reading',
      {
        to: 'background',
        name: 'chooseReading',
        request: {
          url: 'https://news.example/',
          scope: 'page',
          candidates: [{ packId: 'p', id: 'x:a' }],
          chosen: null,
        },
      },
    ],
    [
      'with ids that are none',
      { to: 'background', name: 'annotateText', request: { ...annotate, contextIds: ['<script>'] } },
    ],
  ])('%s', (_, message) => {
    expect(parseBackgroundMessage(message)).toBeNull();
  });
});
