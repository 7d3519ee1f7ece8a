/**
 * DOM members that a page cannot shadow. A form lists its controls, and a document its named images and forms, as
 * properties of their own, which in Chromium hide the real ones from content scripts too: `<input name="contains">` would
 * stop us, `<input name="parentNode">` send us round in circles. What every node has comes from the prototypes instead.
 */

const getActiveElement = getterOf<Document, Element | null>(Document.prototype, 'activeElement');
const getIsConnected = getterOf<Node, boolean>(Node.prototype, 'isConnected');
const getRootNode = methodOf<Node, [], Node>(Node.prototype, 'getRootNode');
const contains = methodOf<Node, [Node], boolean>(Node.prototype, 'contains');
const comparePosition = methodOf<Node, [Node], number>(Node.prototype, 'compareDocumentPosition');
const matches = methodOf<Element, [string], boolean>(Element.prototype, 'matches');
const closest = methodOf<Element, [string], Element | null>(Element.prototype, 'closest');
const createElement = methodOf<Document, [string], HTMLElement>(Document.prototype, 'createElement');
const createRange = methodOf<Document, [], Range>(Document.prototype, 'createRange');

export const rootOf = (node: Node): Node => getRootNode.call(node);
export const holds = (ancestor: Node, node: Node): boolean => contains.call(ancestor, node);
export const positionOf = (node: Node, other: Node): number => comparePosition.call(node, other);
export const isOnPage = (node: Node): boolean => getIsConnected.call(node);
export const matchesSelector = (element: Element, selector: string): boolean =>
  matches.call(element, selector);
export const closestTo = (element: Element, selector: string): Element | null =>
  closest.call(element, selector);
export const createDiv = (document: Document): HTMLElement => createElement.call(document, 'div');
export const createRangeIn = (document: Document): Range => createRange.call(document);
export const activeElementOf = (document: Document): Element | null => getActiveElement.call(document);

/** Looked up for each node: Chromium gives scripts a `textContent` of their own, which nodes of other kinds refuse. */
export const textOf = (node: Node): string =>
  getterOf<Node, string | null>(Object.getPrototypeOf(node) as Node, 'textContent').call(node) ?? '';

/** The text position that the browser finds nearest to a point of the viewport; null outside any text. */
export function textPositionAt(
  document: Document,
  { x, y, shadowRoots }: { x: number; y: number; shadowRoots: readonly ShadowRoot[] },
): { readonly node: Node; readonly offset: number } | null {
  // Chromium has the first since 128, and only that one sees into shadow roots.
  if ('caretPositionFromPoint' in Document.prototype) {
    const find = methodOf<Document, [number, number, CaretPositionFromPointOptions], CaretPosition | null>(
      Document.prototype,
      'caretPositionFromPoint',
    );
    const caret = find.call(document, x, y, { shadowRoots: [...shadowRoots] });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const find = methodOf<Document, [number, number], Range | null>(Document.prototype, 'caretRangeFromPoint');
  const range = find.call(document, x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

function getterOf<T extends object, Result>(prototype: T, name: string): (this: T) => Result {
  return Reflect.get(findDescriptor(prototype, name), 'get') as (this: T) => Result;
}

function methodOf<T extends object, Parameters extends unknown[], Result>(
  prototype: T,
  name: string,
): (this: T, ...parameters: Parameters) => Result {
  return findDescriptor(prototype, name).value as (this: T, ...parameters: Parameters) => Result;
}

/** In browsers a member is on the class's own prototype, elsewhere it may be on one above. */
function findDescriptor(prototype: object, name: string): PropertyDescriptor {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor) return descriptor;
  }
  throw new TypeError(`This browser has no ${name}.`);
}
