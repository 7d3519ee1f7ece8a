import { makeRandom, pickRank, type Random } from '../random.ts';

export interface PageRecipe {
  /** In the article's paragraphs, half of them in an `i` element. */
  readonly textNodes: number;
  readonly nodesPerParagraph: number;
  /** Of words other than names, about. */
  readonly charactersPerNode: number;
  /** How many names are in the text, spread evenly. */
  readonly matches: number;
  /** The first ones are used most often. */
  readonly names: readonly string[];
}

const seed = 1911;
const syllables = 'ba be di do fa go ka ke li lo ma mi na ne po ra re sa si ta te tu va ve wo za'.split(' ');

/**
 * An article as HTML, the same on every machine for the same recipe. Other words are made of lower-case syllables, so that
 * none is a name; every name has a space or a node's edge on either side, so that all tools agree on where it is.
 */
export function makePage(recipe: PageRecipe): string {
  const random = makeRandom(seed);
  const paragraphs: string[] = [];
  for (let node = 0; node < recipe.textNodes; node += recipe.nodesPerParagraph) {
    const end = Math.min(recipe.textNodes, node + recipe.nodesPerParagraph);
    paragraphs.push(`<p>${makeNodes(recipe, { from: node, to: end, random })}</p>`);
  }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page for the bench</title>
<meta property="article:published_time" content="2025-11-23">
<style>body { font: 16px/1.5 serif }</style>
<article>
<h1>a page for the bench</h1>
${paragraphs.join('\n')}
</article>
</html>
`;
}

function makeNodes(
  recipe: PageRecipe,
  { from, to, random }: { from: number; to: number; random: Random },
): string {
  let html = '';
  for (let node = from; node < to; node++) {
    const isItalic = (node - from) % 2 === 1;
    const text = makeNodeText(recipe, node, random);
    html += isItalic ? `<i>${text}</i>` : text;
  }
  return html;
}

function makeNodeText(
  { charactersPerNode, matches, names, textNodes }: PageRecipe,
  node: number,
  random: Random,
): string {
  const placedBefore = Math.floor((node * matches) / textNodes);
  const nameCount = Math.floor(((node + 1) * matches) / textNodes) - placedBefore;
  const words: string[] = [];
  for (let length = 0; length < charactersPerNode; length += (words.at(-1)?.length ?? 0) + 1) {
    words.push(makeWord(random));
  }
  for (let i = 0; i < nameCount; i++) {
    const at = Math.floor(((i + random()) * words.length) / nameCount);
    words.splice(at + i, 0, names[pickRank(random, names.length)] ?? '');
  }
  return `${words.join(' ')} `;
}

function makeWord(random: Random): string {
  const count = 1 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}
