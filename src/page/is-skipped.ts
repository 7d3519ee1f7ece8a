import { attributeOf, firstChildOf, isBare, isElement, localNameOf, nextSiblingOf } from './read-node.ts';
import { skippedRoles, skippedTags } from './tag-roles.ts';

/**
 * Class names by which style sheets hide text from all but screen readers; a mark on it would be seen by
 * nobody.
 */
const unseenName =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|screenreader|skip-?links?|skip-to-[a-z]+|a11y-hidden)(?:$|[\s_-])/i;

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

/**
 * Says whether nothing in this element is ever read: it is hidden, a control, an editor, code, or the page's
 * frame.
 */
export function isSkipped(element: Element): boolean {
  const tag = localNameOf(element);
  if (tag === 'dialog') return isHidden(element) || !isArticleDialog(element);
  if (skippedTags.has(tag)) return true;
  if (tag === 'sup') return isFootnoteMark(element);
  if (isBare(element)) return false;
  return isHidden(element) || isEditor(element) || hasSkippedRole(element);
}

/** Some sites open a story above their front page; what asks for consent or for a subscription holds no article. */
function isArticleDialog(element: Element): boolean {
  if (localNameOf(element) === 'dialog' && attributeOf(element, 'open') === null) return false;
  let looked = 0;
  const holdsArticle = (parent: Element): boolean => {
    for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) {
      if (!isElement(node)) continue;
      if (++looked > maxDialogElements) return false;
      if (localNameOf(node) === 'article' || attributeOf(node, 'itemprop') === 'articleBody') return true;
      if (holdsArticle(node)) return true;
    }
    return false;
  };
  return holdsArticle(element);
}

/** Lists of a thousand partners in a consent dialog are not worth more. */
const maxDialogElements = 500;

function isHidden(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true;
  const style = attributeOf(element, 'style');
  if (style !== null && hiddenStyle.test(style)) return true;
  const name = attributeOf(element, 'class');
  return name !== null && unseenName.test(name);
}

/** An island inside an editor that is not editable belongs to the editor too; the walk never gets there. */
function isEditor(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

function hasSkippedRole(element: Element): boolean {
  const role = attributeOf(element, 'role');
  if (role === null) return false;
  const name = role.trim().toLowerCase();
  return name === 'dialog' ? !isArticleDialog(element) : skippedRoles.has(name);
}

/** The raised number after a name would otherwise become its last letter. */
function isFootnoteMark(element: Element): boolean {
  const first = firstChildOf(element);
  return first !== null && isElement(first) && localNameOf(first) === 'a';
}
