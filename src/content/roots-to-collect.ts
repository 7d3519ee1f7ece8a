import { flatParentOf } from '../page/walk-flat-tree.ts';

/** Elements that stand inside a sentence: their text means little without the words around them. */
const inlineTags = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/**
 * The elements whose text is to be collected because of these nodes: for words inside a paragraph the whole paragraph,
 * so that they are read in their sentence; each only once, and none within another.
 */
export function rootsToCollect(
  added: readonly Node[],
  blocks: readonly { readonly element: Element }[],
): Element[] {
  const known = new Set(blocks.map(({ element }) => element));
  const roots = new Set<Element>();
  for (const node of added) {
    const root = rootOfSentence(node, known);
    if (root) roots.add(root);
  }
  return [...roots].filter((root) => {
    for (let parent = flatParentOf(root); parent; parent = flatParentOf(parent)) {
      if (roots.has(parent)) return false;
    }
    return true;
  });
}

function rootOfSentence(node: Node, known: ReadonlySet<Element>): Element | null {
  let candidate: Node | null = node;
  while (candidate && !(candidate instanceof Element && (known.has(candidate) || !isInline(candidate)))) {
    candidate = flatParentOf(candidate);
  }
  return candidate instanceof Element ? candidate : null;
}

const isInline = (element: Element): boolean => inlineTags.has(element.localName);
