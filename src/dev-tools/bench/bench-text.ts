import { readFileSync } from 'node:fs';
import { makeRandom, pickRank, type Random } from './random.ts';

/** Between two articles of one text. No name reaches over it. */
export const articleGap = '\n\n\n';
const articleLength = 5000;
const seed = 28;
const wordsPerName = 15;

/** The most frequent first. */
const functionWords =
  'the of to and in a that for was on with said is as he it by at from his be has an have not were are but they will who had which their been would its this more after one also she about than or when we there her all first could other some two into last new over out up only no if what so years were between during before against while where against because since now any such most both under'.split(
    ' ',
  );
const endings = ['', '', '', 's', 'ed', 'ing', 'ly', 'er', 'ment', 'ness', 'able', 'ation'];
/** Words of this project's own documents, kept here so that the text stays the same when the documents change. */
const contentWords = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/);

/**
 * Articles of some 5,000 characters, `characters` altogether, the same on every machine. Grammar it has none, but the shares
 * of function words, other words and names are those of news: one name in fifteen words, first of all the first of `names`,
 * and a third of the time only the last word of one that came before.
 *
 * A sentence never ends in a word of one or two letters, and marks stand alone: what an abbreviation is, and which runs of
 * marks join the words of a name, are questions that contestants need not agree on.
 */
export function writeBenchArticles(names: readonly string[], characters: number): string[] {
  const random = makeRandom(seed);
  const articles: string[] = [];
  for (let total = 0; total < characters; ) {
    const article = writeArticle(names, random);
    articles.push(article);
    total += article.length + articleGap.length;
  }
  return articles;
}

function writeArticle(names: readonly string[], random: Random): string {
  let article = '';
  let met = names[0] ?? '';
  let sentences = 0;
  const nextName = (): string => {
    if (random() < 1 / 3) return met.slice(met.lastIndexOf(' ') + 1);
    met = names[pickRank(random, names.length)] ?? '';
    return random() < 0.1 ? `${met}’s` : met;
  };
  while (article.length < articleLength) {
    if (article) article += ++sentences % 4 === 0 ? '\n\n' : ' ';
    article += writeSentence(nextName, random);
  }
  return article;
}

function writeSentence(nextName: () => string, random: Random): string {
  const length = 8 + Math.floor(random() * 24);
  const isQuote = random() < 0.15;
  let sentence = '';
  for (let i = 0; i < length; i++) {
    const word = random() < 1 / wordsPerName ? nextName() : nextWord(random);
    sentence += i === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    sentence += random() < 0.05 ? ', ' : random() < 0.01 ? '-' : ' ';
  }
  sentence += contentWords[pickRank(random, contentWords.length)];
  return isQuote ? `“${sentence}.”` : `${sentence}.`;
}

function nextWord(random: Random): string {
  const kind = random();
  if (kind < 0.45) return functionWords[pickRank(random, functionWords.length)] ?? '';
  if (kind < 0.47) return String(Math.floor(2050 * random()));
  const word = contentWords[Math.floor(contentWords.length * random() ** 2)] ?? '';
  return word + (endings[Math.floor(endings.length * random())] ?? '');
}
