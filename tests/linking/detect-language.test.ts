import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/linking/languages/language-by-tag.ts';

test.each([
  ['en', 'The minister said that the talks would go on for another week.'],
  ['de', 'Der Minister sagte, dass die Gespräche noch eine Woche dauern werden.'],
  ['fr', 'Le ministre a dit que les discussions vont durer encore une semaine.'],
  ['es', 'El ministro dijo que las conversaciones durarán una semana más.'],
  ['pl', 'Minister powiedział, że rozmowy potrwają jeszcze tydzień i nie są łatwe.'],
  ['uk', 'Міністр сказав, що переговори триватимуть ще тиждень і не будуть легкими.'],
  ['ru', 'Министр сказал, что переговоры продлятся ещё неделю и не будут лёгкими.'],
  [null, '12345 67890'],
  [null, ''],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
