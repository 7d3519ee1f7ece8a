import { beforeAll, expect, test } from 'vitest';
import { annotateText, type Knowledge } from '../../src/linking/annotate-text.ts';
import { loadKnowledge } from '../../src/pack-tools/load-knowledge.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge([]);
}, 120_000);

const kallas = 'newsgloss:kaja-kallas';
const witkoff = 'newsgloss:steve-witkoff';
const putin = 'newsgloss:vladimir-putin';
const draft = 'newsgloss:us-28-point-proposal';

/** The same news told otherwise: which records the whole telling links, in the order in which they first come. */
test.each<[string, string, string, string[]]>([
  [
    'surnames first',
    'en',
    'Witkoff is on his way to see Putin again. Steve Witkoff told Vladimir Putin in August that haste helps. Kallas disagrees: Kaja Kallas called for patience in Brussels.',
    [witkoff, putin, kallas, 'geonames:2800866'],
  ],
  [
    'in capitals',
    'en',
    'STEVE WITKOFF FLIES TO MOSCOW AS KAJA KALLAS URGES PATIENCE\nSteve Witkoff flew to Moscow. Kaja Kallas urged patience.',
    [witkoff, 'geonames:524901', kallas],
  ],
  [
    'in Ukrainian',
    'uk',
    'Стів Віткофф знову летить до Москви. Кая Каллас у Брюсселі просить не поспішати. Володимир Путін прийме гостя завтра.',
    [witkoff, 'geonames:524901', kallas, 'geonames:2800866', putin],
  ],
  [
    'in Russian',
    'ru',
    'Стив Уиткофф снова летит в Москву. Кая Каллас в Брюсселе просит не спешить. Владимир Путин примет гостя завтра.',
    [witkoff, 'geonames:524901', kallas, 'geonames:2800866', putin],
  ],
  [
    'in French',
    'fr',
    'Steve Witkoff repart pour Moscou avec un plan américain en 28 points pour l’Ukraine. À Bruxelles, Kaja Kallas demande de la patience ; Vladimir Poutine attend.',
    [witkoff, 'geonames:524901', draft, 'iso3166:UA', 'geonames:2800866', kallas, putin],
  ],
  [
    'in German',
    'de',
    'Steve Witkoff reist wieder nach Moskau, im Gepäck den 28-Punkte-Plan für die Ukraine. In Brüssel bittet Kaja Kallas um Geduld; Wladimir Putin wartet.',
    [witkoff, 'geonames:524901', draft, 'iso3166:UA', 'geonames:2800866', kallas, putin],
  ],
])('%s', async (_, language, text, ids) => {
  const { links, ambiguous } = await annotateText(
    { text, language, asOf: '2025-12-01', contextIds: [] },
    knowledge,
  );
  expect({ ids: [...new Set(links.map(({ id }) => id))], ambiguous }).toEqual({ ids, ambiguous: [] });
});
