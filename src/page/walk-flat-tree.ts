/** Walking a page as it is shown: through open shadow roots, with slotted children where their slot is. */

import {
  attributeOf,
  firstChildOf,
  hostOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
  openShadowRootOf,
  parentOf,
} from './read-node.ts';

export interface FlatTreeVisitor {
  /** False leaves out the element and all below it; `leave` is then not called for it. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(node: Text): void;
  /** Asked after each node; true ends the walk, with `leave` called for the elements that are still open. */
  isDone?(): boolean;
}

/**
 * One shadow tree on the way: whose it is, in which tree that host stands, and which slots are filled
 * already.
 */
interface Scope {
  readonly host: Element;
  readonly outer: Scope | null;
  readonly filledSlots: Set<string>;
}

interface Frame {
  readonly element: Element;
  readonly scope: Scope | null;
  /** Null when the next node is the sibling of the last. */
  readonly assigned: readonly Node[] | null;
  next: Node | null;
  assignedIndex: number;
}

const fragmentNode = 11;
const fragmentHosts = new WeakMap<Node, Element>();

/**
 * Visits `root` and what is below it, in the order in which it is shown. Depth costs memory, never the call
 * stack.
 */
export function walkFlatTree(root: Element, visitor: FlatTreeVisitor): void {
  if (!visitor.enter(root)) return;
  const frames: Frame[] = [openFrame(root, scopeOf(root))];
  let isDone = false;
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const node = isDone ? null : takeNext(frame);
    if (!node) {
      frames.pop();
      visitor.leave(frame.element);
    } else if (isText(node)) {
      visitor.text(node);
      isDone = visitor.isDone?.() ?? false;
    } else if (isElement(node) && visitor.enter(node)) {
      frames.push(openFrame(node, frame.assigned && frame.scope ? frame.scope.outer : frame.scope));
    }
  }
}

/** The element that holds a node on the page: its parent, or the host when the parent is a shadow root. */
export function flatParentOf(node: Node): Element | null {
  const parent = parentOf(node);
  if (!parent) return null;
  if (isElement(parent)) return parent;
  if (nodeTypeOf(parent) !== fragmentNode) return null;
  return fragmentHosts.get(parent) ?? ('host' in parent ? hostOf(parent as ShadowRoot) : null);
}

function takeNext(frame: Frame): Node | null {
  if (frame.assigned) return frame.assigned[frame.assignedIndex++] ?? null;
  const node = frame.next;
  if (node) frame.next = nextSiblingOf(node);
  return node;
}

function openFrame(element: Element, scope: Scope | null): Frame {
  const shadowTree = shadowTreeOf(element);
  if (shadowTree) {
    const inner = { host: element, outer: scope, filledSlots: new Set<string>() };
    return { element, scope: inner, assigned: null, next: firstChildOf(shadowTree), assignedIndex: 0 };
  }
  const assigned = scope && localNameOf(element) === 'slot' ? takeAssigned(element, scope) : null;
  return { element, scope, assigned, next: firstChildOf(element), assignedIndex: 0 };
}

/** The host's children for this slot; null when there are none and the slot's own content is shown. */
function takeAssigned(slot: Element, scope: Scope): Node[] | null {
  const name = attributeOf(slot, 'name') ?? '';
  if (scope.filledSlots.has(name)) return null;
  const assigned: Node[] = [];
  for (let node = firstChildOf(scope.host); node; node = nextSiblingOf(node)) {
    const wanted = isElement(node) ? (attributeOf(node, 'slot') ?? '') : isText(node) ? '' : null;
    if (wanted === name) assigned.push(node);
  }
  if (assigned.length === 0) return null;
  scope.filledSlots.add(name);
  return assigned;
}

/**
 * The open shadow root, or what will be one: where the parser does not know declarative shadow roots, as in
 * jsdom, the template that declares it is still there, as the first element, and is read in its place.
 */
function shadowTreeOf(element: Element): Node | null {
  const shadowRoot = openShadowRootOf(element);
  if (shadowRoot) return shadowRoot;
  let first = firstChildOf(element);
  while (first && !isElement(first)) first = nextSiblingOf(first);
  if (!first || localNameOf(first) !== 'template' || 'shadowRootMode' in first) return null;
  if (attributeOf(first, 'shadowrootmode') !== 'open') return null;
  const { content } = first as HTMLTemplateElement;
  fragmentHosts.set(content, element);
  return content;
}

/** The shadow trees that hold an element which a walk starts at. */
function scopeOf(element: Element): Scope | null {
  const hosts: Element[] = [];
  for (let at: Node = element, holder = flatParentOf(at); holder; at = holder, holder = flatParentOf(at)) {
    if (parentOf(at) !== holder) hosts.push(holder);
  }
  return hosts.reduceRight<Scope | null>((outer, host) => ({ host, outer, filledSlots: new Set() }), null);
}
