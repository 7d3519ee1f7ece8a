import { attributeOf, isBare, localNameOf } from './read-node.ts';
import { sideTags } from './tag-roles.ts';

/**
 * `apart` is other people's text or an interruption, however long it is; `beside` is a hint only, since pages
 * name whole layouts after their sidebar.
 */
export type Furniture = 'apart' | 'beside';

/**
 * Words that authors of pages give to such parts, as whole words of a class or id: `social` in `meta__social`
 * and in `socialBar`.
 */
const apartWords = wordPattern([
  'comments commentlist comment-list comment-form disqus cookie cookies cookiebar consent gdpr newsletter newsletters',
]);
const besideWords = wordPattern([
  'ad ads adv advert advertisement advertising adslot adbox sponsor sponsored promo promotion promoted outbrain taboola',
  'share sharing sharebar sharetools social socials socialbar follow subscribe subscription subscriber signup sign-up login',
  'register paywall donate donation popup modal overlay lightbox tooltip toast snackbar',
  'related relateds recommended recommendation recommendations recirc recirculation trending popular most-read mostread',
  'most-viewed read-more readmore read-also see-also more-on more-stories more-news also-read up-next teasers teaserlist',
  'respond reactions sidebar side-bar widget widgets footer nav navbar navigation menu submenu breadcrumb breadcrumbs',
  'pagination pager toolbar dropdown byline bylines author authors bio contributor contributors dateline timestamp',
  'tags taglist tag-list topics topic-list keywords categories copyright credit credits disclaimer feedback player',
  'tweet twitter-tweet instagram-media embed embedded wp-embedded-content noprint no-print print-only meta metadata tools actions buttons button cta banner',
]);

const besideRoles = new Set(['complementary', 'banner', 'alert', 'status', 'tablist', 'toolbar']);
const besideProperties =
  /(?:^|\s)(?:author|publisher|keywords|datePublished|dateModified|breadcrumb)(?:\s|$)/;
const verdicts = new Map<string, Furniture | null>();

/**
 * Whether tag, role or names mark this element as standing beside the text: shares, related stories,
 * comments, bylines.
 */
export function furnitureOf(element: Element): Furniture | null {
  if (isBare(element)) return sideTags.has(localNameOf(element)) ? 'beside' : null;
  const property = attributeOf(element, 'itemprop');
  if (property === 'comment') return 'apart';
  const verdict = [attributeOf(element, 'class'), attributeOf(element, 'id')].map(judgeName);
  if (verdict.includes('apart')) return 'apart';
  if (verdict.includes('beside') || sideTags.has(localNameOf(element))) return 'beside';
  if (property !== null && besideProperties.test(property)) return 'beside';
  if (besideRoles.has(attributeOf(element, 'role') ?? '')) return 'beside';
  return attributeOf(element, 'rel') === 'author' ? 'beside' : null;
}

/** What a page calls an element; elements with one name are alike. */
export function nameOf(element: Element): string {
  return attributeOf(element, 'class') ?? attributeOf(element, 'id') ?? localNameOf(element);
}

function judgeName(name: string | null): Furniture | null {
  if (!name) return null;
  let verdict = verdicts.get(name);
  if (verdict === undefined) {
    const words = `-${splitWords(name)}-`;
    verdict = apartWords.test(words) ? 'apart' : besideWords.test(words) ? 'beside' : null;
    // Generated class names have no end on a page that lives for hours.
    if (verdicts.size > 5_000) verdicts.clear();
    verdicts.set(name, verdict);
  }
  return verdict;
}

function splitWords(name: string): string {
  return (
    name
      .slice(0, 1_000)
      // Short pieces of a generated name, such as the "Ad" in "auAdJl", are no words.
      .replace(/([a-z0-9])([A-Z][a-z]{3})/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
  );
}

function wordPattern(lines: readonly string[]): RegExp {
  return new RegExp(`-(?:${lines.join(' ').replaceAll(' ', '|')})-`);
}
