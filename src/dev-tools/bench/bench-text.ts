import { makeRandom, pickRank, type Random, shuffle } from './random.ts';
import { readProse } from './read-prose.ts';

/** Between two articles of one text. No name reaches over it. */
export const articleGap = '\n\n\n';
const articleLength = 5000;
const seed = 28;
/** Every so many words one gives way to a name. */
const wordsPerName = 15;
/** Shorter words are grammar, and stay. */
const fewestLetters = 4;

/**
 * Articles of some 5,000 characters, `characters` altogether: paragraphs of prose that people wrote, with names in the place
 * of some of their longer words. Names are first of all the first of `names`, and a third of the time only the last word of
 * one that came before.
 */
export function writeBenchArticles(names: readonly string[], characters: number): string[] {
  const random = makeRandom(seed);
  const prose = readProse();
  const articles: string[] = [];
  let next = prose.length;
  const nextParagraph = (): string => {
    if (next >= prose.length) {
      shuffle(prose, random);
      next = 0;
    }
    return prose[next++] ?? '';
  };
  for (let total = 0; total < characters; ) {
    const article = writeArticle(names, nextParagraph, random);
    articles.push(article);
    total += article.length + articleGap.length;
  }
  return articles;
}

function writeArticle(names: readonly string[], nextParagraph: () => string, random: Random): string {
  let article = '';
  let met = names[0] ?? '';
  const nextName = (): string => {
    if (random() < 1 / 3) return met.slice(met.lastIndexOf(' ') + 1);
    met = names[pickRank(random, names.length)] ?? '';
    return random() < 0.1 ? `${met}’s` : met;
  };
  while (article.length < articleLength) {
    if (article) article += '\n\n';
    article += nameThings(nextParagraph(), nextName, random);
  }
  return article;
}

/** Names take the places of longer words, but not of the last one of a sentence. */
function nameThings(paragraph: string, nextName: () => string, random: Random): string {
  let debt = random() * wordsPerName;
  return paragraph.replace(/[A-Za-z]+(?=( ?))/g, (word, space: string) => {
    debt++;
    if (debt < wordsPerName || word.length < fewestLetters || space === '') return word;
    debt -= wordsPerName;
    return nextName();
  });
}
