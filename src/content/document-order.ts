/** Order and containment across open and closed shadow roots, as a reader sees them. */

import { holds, positionOf, rootOf } from './unclobbered.ts';

interface Boundary {
  readonly node: Node;
  readonly offset: number;
}

/** Negative when `a` comes first in the page, 0 when neither does. */
export function compareBoundaries(a: Boundary, b: Boundary): number {
  return a.node === b.node ? a.offset - b.offset : compareNodes(a.node, b.node);
}

/** Negative when `a` comes first in the page; a host comes before what is in its shadow root. */
export function compareNodes(a: Node, b: Node): number {
  const aPath = treePath(a);
  const bPath = treePath(b);
  for (const [depth, aNode] of aPath.entries()) {
    const bNode = bPath[depth];
    if (!bNode) return 1;
    if (aNode === bNode) continue;
    const position = positionOf(aNode, bNode);
    if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return 0;
    return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return aPath.length - bPath.length;
}

/** Says whether a node is `ancestor` or lies in it, shadow roots included. */
export function isWithin(node: Node, ancestor: Node): boolean {
  return treePath(node).some((step) => holds(ancestor, step));
}

/** The node, preceded by the hosts of the shadow roots that it lies in, outermost first. */
function treePath(node: Node): Node[] {
  const path = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) {
    path.unshift(root.host);
  }
  return path;
}
