/**
 * Reads of DOM properties that a page cannot shadow.
 *
 * A form lists its controls as properties of its own, so `<input name="firstChild">` hides the form's real
 * first child, and `<img name="body">` hides `document.body`. The getters here come from the prototypes
 * instead. They are looked up at the first use and not when the module loads, because in Node there is no
 * global `Node` to take them from; a getter of one window serves the nodes of every other.
 */

const elementNode = 1;
const textNode = 3;

export const nodeTypeOf = getter<Node, number>('nodeType');
export const parentOf = getter<Node, Node | null>('parentNode');
export const firstChildOf = getter<Node, Node | null>('firstChild');
export const nextSiblingOf = getter<Node, Node | null>('nextSibling');
export const isOnPage = getter<Node, boolean>('isConnected');
export const dataOf = getter<CharacterData, string>('data');
export const textContentOf = getter<Node, string | null>('textContent');
export const localNameOf = getter<Element, string>('localName');
export const openShadowRootOf = getter<Element, ShadowRoot | null>('shadowRoot');
export const hostOf = getter<ShadowRoot, Element>('host');
export const documentElementOf = getter<Document, Element | null>('documentElement');
export const bodyOf = getter<Document, HTMLElement | null>('body');
export const designModeOf = getter<Document, string>('designMode');

const hasAttributes = method<Element, [], boolean>('hasAttributes');
const getAttribute = method<Element, [string], string | null>('getAttribute');
const getElementsByTagName = method<Document, [string], HTMLCollectionOf<Element>>('getElementsByTagName');

/** The attribute's value, or null when the element does not have it. */
export const attributeOf = (element: Element, name: string): string | null => getAttribute(element, name);

/** Says whether the element has no attribute at all, as most in a long text: then none need be asked for. */
export const isBare = (element: Element): boolean => !hasAttributes(element);

/**
 * Every element of the document with this tag, in document order; those in shadow trees and templates are not
 * there.
 */
export const elementsByTag = (document: Document, tag: string): Element[] =>
  Array.from(getElementsByTagName(document, tag));

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === elementNode;
export const isText = (node: Node): node is Text => nodeTypeOf(node) === textNode;

function getter<T extends Node, Result>(name: string): (node: T) => Result {
  let get: ((this: T) => Result) | undefined;
  return (node) => {
    get ??= findDescriptor(node, name)?.get as ((this: T) => Result) | undefined;
    if (!get) throw new TypeError(`This document has no ${name}.`);
    return get.call(node);
  };
}

function method<T extends Node, Parameters extends unknown[], Result>(
  name: string,
): (node: T, ...parameters: Parameters) => Result {
  let call: ((this: T, ...parameters: Parameters) => Result) | undefined;
  return (node, ...parameters) => {
    call ??= findDescriptor(node, name)?.value as typeof call;
    if (!call) throw new TypeError(`This document has no ${name}.`);
    return call.apply(node, parameters);
  };
}

/**
 * Looks on the prototypes alone: what a form's controls hide is hidden on the form itself. The most general
 * one counts, for Chromium's `HTMLScriptElement` has a `textContent` of its own that serves no other element.
 */
function findDescriptor(node: Node, name: string): PropertyDescriptor | undefined {
  let found: PropertyDescriptor | undefined;
  let prototype = Object.getPrototypeOf(node) as object | null;
  while (prototype) {
    found = Object.getOwnPropertyDescriptor(prototype, name) ?? found;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return found;
}
