import type { Language } from '../../model/record.ts';
import { bg, cs, sl } from './cs-sl-bg.ts';
import { en } from './en.ts';
import { words } from './language-words.ts';
import { de, es, fr, pl, ru, uk } from './others.ts';

/** What tells a language from its neighbours. */
interface Signs {
  readonly functionWords: ReadonlySet<string>;
  /** Letters that it has not, but for names from elsewhere, and a neighbour has. */
  readonly foreignLetters?: RegExp;
  /** Letters that it has and most neighbours have not: each word with one counts like a function word. */
  readonly ownLetters?: RegExp;
}

const signs: Readonly<Record<string, Signs>> = {
  en,
  de,
  es,
  fr,
  pl: { functionWords: pl.functionWords, foreignLetters: /[áčďěňřšťúůýžľ]/, ownLetters: /[łśźż]/ },
  ru: {
    functionWords: ru.functionWords,
    foreignLetters: /[іїєґўјљњћђџѓќѕәғқңөұүһҗ]|ъ(?![еёюя])/,
    ownLetters: /[ыэ]/,
  },
  uk: { functionWords: uk.functionWords, foreignLetters: /[ыэъёўјљњћђџѓќѕәғқңөұүһҗ]/, ownLetters: /[іїєґ]/ },
  cs: {
    functionWords: cs.functionWords,
    foreignLetters: /[ľĺŕôąęłśźżđ]/,
    ownLetters: /[ěřů]/,
  },
  sl: {
    functionWords: sl.functionWords,
    foreignLetters: /[đěřůľąęłśżíáý]/,
  },
  bg: {
    functionWords: bg.functionWords,
    foreignLetters: /[ыэёіїєґўјљњћђџѓќѕ]/,
    ownLetters: /ъ(?![еёюя])/,
  },
};

/** Neighbours that are told apart so that their texts are not taken for another language; nothing else is known of them. */
const neighbours: Readonly<Record<string, Signs>> = {
  sk: {
    functionWords: words(`
      a aby aj ako ale alebo ani až bez bol bola boli bolo bude budú by čo do ho ich im je jeho jej k kde keď ktorá ktoré
      ktorý ktorí ku má majú medzi na nad nie o od po pod podľa pre pred pretože pri proti s sa si so sme som sú tak
      tejto ten tento to toho tom tú už v vo však z za zo že`),
    foreignLetters: /[ěřůąęłśżđ]/,
    ownLetters: /[ľĺŕôä]/,
  },
  hr: {
    functionWords: words(`
      a ali bi bila bili bilo bio će da do ga i ih ili im iz ima je još kako kao kod koja koje koji koju li među na
      nakon nije o od ona oni pa po pod pred prema preko prije pri s sa samo se su što ta taj te to toga u uz već za
      zbog`),
    foreignLetters: /[ěřůľąęłśżíáý]/,
    ownLetters: /đ/,
  },
  sr: {
    functionWords: words(`
      а али би била били било био ће да до га и их или им из има је још како као код која које који коју ли међу на
      након није о од она они па по под пред према преко пре при с са само се су што та тај те то тога у уз већ за
      због`),
    foreignLetters: /[ыэёъьйщіїєґўѓќѕ]/,
    ownLetters: /[ђћ]/,
  },
  mk: {
    functionWords: words(`
      а ако без беше би бил во врз го да до дека е за и или има им како кај кој која кое кои ќе ја ли меѓу му на над не
      но нив оваа овој од по под пред преку при се само со сите тој тоа таа така што и`),
    foreignLetters: /[ыэёъьйщіїєґўђћ]/,
    ownLetters: /[ѓќѕ]/,
  },
  be: {
    functionWords: words(`
      а або але без быў была было будзе ў у від гэта гэты да для з за і іх якія які як каб калі на не ад па пра што яго
      яе яны ён таксама але пры паміж супраць ужо`),
    foreignLetters: /[иъщїєґјљњћђџѓќѕ]/,
    ownLetters: /ў/,
  },
};

const all = Object.entries({ ...signs, ...neighbours });

/** Longest stretch of text that is read to tell its language, in UTF-16 units. */
const sampleLength = 4_000;
/** Of 100 words of running text some 40 are function words; fewer than this share is no text in a known language. */
const leastShare = 0.1;
/** A word with a letter that the language has not takes back what this many function words say. */
const foreignWeight = 2;

/**
 * The language whose function words are most frequent in the text, or null when none of the known ones fits or two fit
 * alike. The letters of words that are no names count as well, since neighbours share many of their small words.
 */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, sampleLength).normalize('NFC').replace(/’/g, "'");
  const found = sample.match(/[\p{L}\p{M}'-]+/gu) ?? [];
  let best: Language | null = null;
  let bestCount = Math.max(1, found.length * leastShare);
  for (const [tag, language] of all) {
    const count = countSigns(found, language);
    if (count < bestCount || (count === bestCount && best === null)) continue;
    best = count > bestCount ? tag : null;
    bestCount = count;
  }
  return best !== null && best in signs ? best : null;
}

function countSigns(found: readonly string[], { functionWords, foreignLetters, ownLetters }: Signs): number {
  let count = 0;
  for (const word of found) {
    const lower = word.toLowerCase();
    if (functionWords.has(lower)) count++;
    // A capital may begin a name from anywhere.
    if (lower.charAt(0) !== word.charAt(0)) continue;
    if (ownLetters?.test(word)) count++;
    if (foreignLetters?.test(word)) count -= foreignWeight;
  }
  return count;
}
