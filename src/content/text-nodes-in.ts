import { firstChildOf, isElement, isText, nextSiblingOf, openShadowRootOf } from '../page/read-node.ts';

/** The Text nodes among these nodes and below them, those in open shadow roots too, each once. */
export function textNodesIn(nodes: readonly Node[]): Set<Text> {
  const found = new Set<Text>();
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) {
      found.add(node);
      continue;
    }
    const shadowRoot = isElement(node) ? openShadowRootOf(node) : null;
    if (shadowRoot) waiting.push(shadowRoot);
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) waiting.push(child);
  }
  return found;
}
