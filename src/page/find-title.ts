import type { RawBlock } from './block-builder.ts';
import { metaContents } from './meta-contents.ts';
import type { LinkedData } from './read-json-ld.ts';
import { attributeOf, elementsByTag, localNameOf, textContentOf } from './read-node.ts';

/** Share of words that a heading must have in common with the title that the page declares. */
const minLikeness = 0.5;
/** What being the main heading counts for beside likeness. */
const mainHeadingBonus = 0.25;

/**
 * The block that is the article's headline: the heading most like the title that the page declares, else the
 * first main heading that is not a mere name; null when no heading will do.
 */
export function findTitle(
  document: Document,
  blocks: readonly RawBlock[],
  data: LinkedData,
): RawBlock | null {
  const declared = declaredTitles(document, data).map(wordsOf);
  let best: RawBlock | null = null;
  let bestScore = minLikeness;
  for (const block of blocks) {
    if (!isTitleLike(block)) continue;
    const words = wordsOf(block.text);
    const likeness = Math.max(0, ...declared.map((title) => likenessOf(words, title)));
    const score = likeness >= minLikeness ? likeness + (isMainHeading(block) ? mainHeadingBonus : 0) : 0;
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  return best ?? blocks.find((block) => isMainHeading(block) && wordsOf(block.text).size > 1) ?? null;
}

function isTitleLike(block: RawBlock): boolean {
  if (block.text.length > 400) return false;
  return block.kind === 'heading' || attributeOf(block.element, 'itemprop') === 'headline';
}

const isMainHeading = (block: RawBlock): boolean => localNameOf(block.element) === 'h1';

function declaredTitles(document: Document, { nodes }: LinkedData): string[] {
  const titles = metaContents(document, ['og:title', 'twitter:title', 'headline', 'title', 'dc.title']);
  for (const { headline } of nodes) if (typeof headline === 'string') titles.push(headline);
  const [title] = elementsByTag(document, 'title');
  if (title) titles.push(textContentOf(title) ?? '');
  return titles;
}

/** Share of common words, of the longer of both; the page's name after a bar is forgiven. */
function likenessOf(words: ReadonlySet<string>, title: ReadonlySet<string>): number {
  if (words.size === 0 || title.size === 0) return 0;
  let common = 0;
  for (const word of words) if (title.has(word)) common++;
  return common / Math.max(words.size, Math.min(title.size, words.size * 1.5 + 2));
}

/** Words of a script without spaces are its characters. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ??
      [],
  );
}
