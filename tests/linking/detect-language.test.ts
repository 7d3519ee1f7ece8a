import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/linking/languages/detect-language.ts';

test.each<[language: string | null, text: string]>([
  ['en', 'The minister said that the talks would go on for another week.'],
  ['de', 'Der Minister sagte, dass die Gespräche noch eine Woche dauern werden.'],
  ['fr', 'Le ministre a dit que les discussions vont durer encore une semaine.'],
  ['es', 'El ministro dijo que las conversaciones durarán una semana más.'],
  ['pl', 'Minister powiedział, że rozmowy potrwają jeszcze tydzień i nie są łatwe.'],
  ['uk', 'Міністр сказав, що переговори триватимуть ще тиждень і не будуть легкими.'],
  ['ru', 'Министр сказал, что переговоры продлятся ещё неделю и не будут лёгкими.'],
  ['cs', 'Ministr řekl, že jednání budou trvat ještě týden a nebudou snadná.'],
  ['sl', 'Minister je povedal, da bodo pogovori trajali še en teden in da ne bodo lahki.'],
  ['bg', 'Министърът каза, че преговорите ще продължат още седмица и няма да са леки.'],
  // Neighbours whose names decline by other rules.
  [null, 'Minister povedal, že rokovania budú trvať ešte týždeň a nebudú ľahké, ale sú dôležité.'],
  [null, 'Ministar je rekao da će pregovori trajati još tjedan dana i da neće biti laki.'],
  [null, 'Министар је рекао да ће преговори трајати још недељу дана и да неће бити лаки.'],
  [null, 'Министерот рече дека преговорите ќе траат уште една недела и нема да бидат лесни.'],
  [null, 'Міністр сказаў, што перамовы будуць доўжыцца яшчэ тыдзень і не будуць лёгкімі.'],
  [null, 'Министр келіссөздер тағы бір аптаға созылатынын және оңай болмайтынын айтты.'],
  [null, '12345 67890'],
  [null, ''],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a quotation in another language does not change the language of the page', () => {
  const text =
    'Ministr řekl, že jednání budou trvat ještě týden a že se na ně připravuje. „We are not there yet and it will take time,“ napsal na síti.';
  expect(detectLanguage(text)).toBe('cs');
});

test('names with foreign letters leave the language as it is', () => {
  const text =
    'Predsednik Łukasz Dvořák je po pogovoru z Vučićem povedal, da se bodo v Ljubljani srečali še enkrat.';
  expect(detectLanguage(text)).toBe('sl');
});
