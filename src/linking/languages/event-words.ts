/** How languages speak of meetings. Patterns match one whole word in lower case. */

import { wordSet } from './plan-words/plan-words.ts';

/** "Talks" may be called a meeting or a summit, but no visit and no telephone call. */
export type EventClass = 'meeting' | 'visit' | 'call' | 'conference';

export interface EventWords {
  /** Finds the nouns in a text. */
  readonly pattern: RegExp;
  classOf(word: string): EventClass | null;
  /** Several meetings are no one event; "talks" are one. */
  readonly plural: RegExp;
  /** Before a noun that was named before. */
  readonly definite: ReadonlySet<string>;
  /** Before a noun that is another meeting: "the next", "a possible", "no". */
  readonly other: RegExp;
  /** Between a meeting and its place. */
  readonly placePrepositions: ReadonlySet<string>;
  /** Before a date that the meeting is not on: "since January". */
  readonly notOn: ReadonlySet<string>;
  /** True where a month or a weekday has a capital. */
  readonly capitalisesDates: boolean;
}

const never = /^(?!)/u;

function eventNouns(
  byClass: Readonly<Partial<Record<EventClass, string>>>,
  isCompound = false,
): Pick<EventWords, 'pattern' | 'classOf'> {
  const entries = Object.entries(byClass).map(
    ([name, forms]) => [name as EventClass, [...wordSet(forms)].join('|')] as const,
  );
  const tests = entries.map(
    ([name, source]) => [name, new RegExp(`^${isCompound ? '\\p{L}*?' : ''}(?:${source})$`, 'u')] as const,
  );
  const edge = isCompound ? '' : '(?<!\\p{L})';
  return {
    pattern: new RegExp(`${edge}(?:${entries.map(([, source]) => source).join('|')})(?!\\p{L})`, 'giu'),
    classOf: (word) => tests.find(([, test]) => test.test(word))?.[0] ?? null,
  };
}

const other = (words: string): RegExp => new RegExp(`^(?:${[...wordSet(words)].join('|')})$`, 'u');

export const eventWords: Readonly<Record<string, EventWords>> = {
  en: {
    ...eventNouns({
      meeting: 'talks negotiations? meetings? summits? consultations? discussions? sessions? encounters?',
      visit: 'visits? trips?',
      call: 'calls? conversations?',
      conference: 'conferences?',
    }),
    plural: /^(?:meetings|summits|sessions|encounters|visits|trips|calls|conversations|conferences)$/u,
    definite: wordSet('the this that these those'),
    other: other(
      `another next previous last earlier past future possible potential further more other any no new separate similar press news
      former prior subsequent upcoming proposed planned phone telephone several many two three four five`,
    ),
    placePrepositions: wordSet('in at'),
    notOn: wordSet('since until before after by from'),
    capitalisesDates: true,
  },
  fr: {
    ...eventNouns({
      meeting:
        'pourparlers négociations? entretiens? réunions? sommets? rencontres? discussions? consultations?',
      visit: 'visites? déplacements?',
      call: 'appels?',
      conference: 'conférences?',
    }),
    plural: /^(?:réunions|sommets|rencontres|visites|déplacements|appels|conférences)$/u,
    definite: wordSet('le la les l ce cet cette ces des du'),
    other: other(
      'autres? prochaine? prochain prochaines dernière dernier derniers précédente précédents? éventuelle éventuels? nouvelle nouveau presse téléphonique aucune? plusieurs',
    ),
    placePrepositions: wordSet('à au en'),
    notOn: wordSet('depuis avant après dès'),
    capitalisesDates: false,
  },
  de: {
    ...eventNouns(
      {
        meeting:
          'gespräche gesprächen verhandlungen treffens? gipfels? beratungen konsultationen zusammenkunft sitzung',
        visit: 'besuch besuche?s reise',
        call: 'telefonat telefonate?s',
        conference: 'konferenz',
      },
      true,
    ),
    plural: never,
    definite: wordSet('die der das den dem des diese dieser dieses diesen diesem beim'),
    other: other(
      'nächste[nrsm]? letzte[nrsm]? weitere[nrsm]? frühere[nrsm]? vorherige[nrsm]? mögliche[nrsm]? künftige[nrsm]? kein keine neue[nrsm]? mehrere',
    ),
    placePrepositions: wordSet('in im'),
    notOn: wordSet('seit bis vor nach ab'),
    capitalisesDates: true,
  },
  es: {
    ...eventNouns({
      meeting: 'conversaciones negociaci(?:ón|ones) reuni(?:ón|ones) cumbres? encuentros? consultas',
      visit: 'visitas? viajes?',
      call: 'llamadas?',
      conference: 'conferencias?',
    }),
    plural: /^(?:reuniones|cumbres|encuentros|visitas|viajes|llamadas|conferencias)$/u,
    definite: wordSet('la el las los esta este estas estos esa esas esos dichas'),
    other: other(
      'otras? otros? próxim[oa]s? últim[oa]s? anteriore?s? posibles? nuev[oa]s? prensa telefónica ningun[oa] varias varios',
    ),
    placePrepositions: wordSet('en'),
    notOn: wordSet('desde hasta antes después'),
    capitalisesDates: false,
  },
  pl: {
    ...eventNouns({
      meeting:
        'rozmowy rozmów rozmowom rozmowami rozmowach negocjacj(?:e|i|om|ami|ach) spotkani(?:e|a|u|em) szczyt(?:u|em|cie)? konsultacj(?:e|i|ach)',
      visit: 'wizyt(?:a|y|ę|ą|cie) wizycie',
      call: 'rozmow(?:a|ę|ie)',
      conference: 'konferencj(?:a|i|ę|ą)',
    }),
    plural: never,
    definite: wordSet('te tych tym tymi to tego temu ta tej tę'),
    other: other(
      'kolejn\\p{L}+ następn\\p{L}+ poprzedni\\p{L}+ ostatni\\p{L}+ inn\\p{L}+ nowe nowych możliw\\p{L}+ prasow\\p{L}+ żadn\\p{L}+ kilka dalsze dalszych',
    ),
    placePrepositions: wordSet('w we na'),
    notOn: wordSet('od do przed po'),
    capitalisesDates: false,
  },
  uk: {
    ...eventNouns({
      meeting:
        'переговор(?:и|ів|ам|ами|ах) перемовин(?:и|ам|ами|ах)? зустріч(?:і|чю)? саміт(?:у|ом|і)? консультаці(?:ї|й|ям|ями|ях) нарад(?:а|и|у|ою|і)',
      visit: 'візит(?:у|ом|і)? поїздк(?:а|и|у|ою) поїздці',
      call: 'розмов(?:а|и|у|ою|і) дзвінок дзвінка',
      conference: 'конференці(?:я|ї|ю|єю)',
    }),
    plural: /^(?:зустрічей|саміти|візити)$/u,
    definite: wordSet('ці цих цим цими ця цієї цю цією цей цього цьому'),
    other: other(
      'наступн\\p{L}+ попередн\\p{L}+ минул\\p{L}+ інш\\p{L}+ нов(?:і|их|а|ої|у) можлив\\p{L}+ подальш\\p{L}+ телефонн\\p{L}+ жодн\\p{L}+ кілька останн\\p{L}+',
    ),
    placePrepositions: wordSet('в у на'),
    notOn: wordSet('від до з після перед'),
    capitalisesDates: false,
  },
  ru: {
    ...eventNouns({
      meeting:
        'переговор(?:ы|ов|ам|ами|ах) встреч(?:а|и|у|ей|е) саммит(?:а|у|ом|е)? консультаци(?:и|й|ям|ями|ях) совещани(?:е|я|ю|ем|и)',
      visit: 'визит(?:а|у|ом|е)? поездк(?:а|и|у|ой|е)',
      call: 'разговор(?:а|у|ом|е)? звонок звонка',
      conference: 'конференци(?:я|и|ю|ей)',
    }),
    plural: /^(?:саммиты|визиты|разговоры)$/u,
    definite: wordSet('эти этих этим этими эта этой эту этот этого этому'),
    other: other(
      'следующ\\p{L}+ предыдущ\\p{L}+ прошл\\p{L}+ друг(?:ая|ие|их|ой) нов(?:ые|ых|ая|ой|ую) возможн\\p{L}+ дальнейш\\p{L}+ телефонн\\p{L}+ несколько последн\\p{L}+',
    ),
    placePrepositions: wordSet('в во на'),
    notOn: wordSet('с до после перед от'),
    capitalisesDates: false,
  },
};

/** The kinds of meeting that a text in any language names: of a record's names. */
export function eventClassesIn(text: string): ReadonlySet<EventClass> {
  const words = text.toLowerCase().split(/[^\p{L}\p{M}’'-]+/u);
  return new Set(
    Object.values(eventWords).flatMap(({ classOf }) => words.flatMap((word) => classOf(word) ?? [])),
  );
}
