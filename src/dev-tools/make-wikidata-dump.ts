import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { makeRandom } from './bench/random.ts';

/**
 * Writes a dump in Wikidata's form with entities that do not exist: every twentieth is a person with offices, the rest are
 * other people, places and articles, one to four kilobytes each. The same count gives the same bytes.
 */
export async function makeWikidataDump(path: string, count: number): Promise<void> {
  const random = makeRandom(20_251_201);
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  file.write('[\n');
  for (let index = 0; index < count; index++) {
    const line = `${JSON.stringify(makeEntity(index, random))}${index === count - 1 ? '' : ','}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end(']\n');
  await once(file, 'close');
}

const offices = 2_000;

function makeEntity(index: number, random: () => number): unknown {
  const id = `Q${100_000 + index}`;
  const isOffice = index < offices;
  const isHolder = !isOffice && index % 20 === 0;
  const instance = isOffice
    ? 'Q4164871'
    : isHolder || index % 4 === 1
      ? 'Q5'
      : index % 4 === 2
        ? 'Q532'
        : 'Q13442814';
  const languages = ['en', 'de', 'fr', 'es', 'ru', 'uk', 'pl', 'nl', 'sv', 'ceb', 'ja', 'zh'];
  const text = (language: string, value: string): unknown => ({ language, value });
  const labels = Object.fromEntries(
    languages.map((language) => [language, text(language, `Name ${index} ${language}`)]),
  );
  const descriptions = Object.fromEntries(
    languages
      .slice(0, 6)
      .map((language) => [language, text(language, `what the item ${index} is, in ${language}`)]),
  );
  const item = (value: string): unknown => ({
    snaktype: 'value',
    property: 'P0',
    datavalue: {
      value: { 'entity-type': 'item', 'numeric-id': Number(value.slice(1)), id: value },
      type: 'wikibase-entityid',
    },
    datatype: 'wikibase-item',
  });
  const time = (year: number): unknown => ({
    snaktype: 'value',
    property: 'P580',
    datavalue: {
      value: {
        time: `+${year}-03-01T00:00:00Z`,
        precision: 11,
        calendarmodel: 'http://www.wikidata.org/entity/Q1985727',
      },
      type: 'time',
    },
    datatype: 'time',
  });
  const statement = (value: string, qualifiers = {}): unknown => ({
    mainsnak: item(value),
    type: 'statement',
    qualifiers,
    id: `${id}$${Math.floor(random() * 1e12).toString(16)}`,
    rank: 'normal',
    references: [
      {
        hash: 'f00',
        snaks: {
          P854: [
            {
              snaktype: 'value',
              property: 'P854',
              datavalue: { value: `https://example.org/${index}`, type: 'string' },
              datatype: 'url',
            },
          ],
          P813: [time(2024)],
        },
        'snaks-order': ['P854', 'P813'],
      },
    ],
  });
  const year = 1990 + Math.floor(random() * 30);
  const claims = {
    P31: [statement(instance)],
    P17: [statement('Q145')],
    ...(isHolder && {
      P39: [0, 1, 2].map((office) =>
        statement(`Q${100_000 + Math.floor(random() * offices)}`, {
          P580: [time(year + office)],
          P582: [time(year + office + 1)],
        }),
      ),
    }),
    P18: Array.from({ length: Math.floor(random() * 3) }, () => statement('Q1')),
  };
  return {
    type: 'item',
    id,
    labels,
    descriptions,
    aliases: {},
    claims,
    sitelinks: {},
    modified: '2025-11-01T00:00:00Z',
  };
}
