import { parentOf } from '../page/read-node.ts';
import { isWithin } from './document-order.ts';
import { closestTo, isOnPage, textOf } from './unclobbered.ts';

/** What a burst of mutations comes to. */
export type PageChange =
  /** The article went away, or more text than it had came: it was not the article yet. */
  { readonly type: 'replaced' } | TextChange;

export interface TextChange {
  readonly type: 'changed';
  /** Have new or different text and are to be collected; outermost nodes only. */
  readonly added: readonly Node[];
  /** Have lost text: text nodes that were changed, and what was removed. */
  readonly touched: readonly Node[];
}

const editors = '[contenteditable]:not([contenteditable="false" i]), textarea, input';
const withoutText = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'LINK']);

/** Gathers the mutations of one burst and forgets those that concern no reader: editors, our own host, empty nodes. */
export class MutationBatch {
  readonly #roots: readonly Node[];
  readonly #host: Node;
  readonly #added = new Set<Node>();
  readonly #touched = new Set<Node>();
  #isReplaced = false;
  readonly #articleLength: number;
  #addedLength = 0;

  /** `roots` hold the article's text, `articleLength` of it as by `lengthOfAll`; `host` is our own element. */
  constructor({ roots, articleLength, host }: { roots: readonly Node[]; articleLength: number; host: Node }) {
    this.#roots = roots;
    this.#articleLength = articleLength;
    this.#host = host;
  }

  /** Whether nothing happened that concerns the article. */
  get isEmpty(): boolean {
    return !this.#isReplaced && this.#touched.size === 0 && this.#added.size === 0;
  }

  get isReplaced(): boolean {
    return this.#isReplaced;
  }

  /** Null while nothing happened that concerns the article. */
  get change(): PageChange | null {
    if (this.#isReplaced) return { type: 'replaced' };
    if (this.isEmpty) return null;
    const added = outermost([...this.#added].filter(isOnPage));
    return { type: 'changed', added, touched: [...this.#touched] };
  }

  add(record: MutationRecord): void {
    if (this.#isReplaced || record.target === this.#host) return;
    if (!this.#roots.some((root) => isWithin(record.target, root))) this.#addBeside(record);
    else if (!isInEditor(record.target)) this.#addInside(record);
  }

  #addInside({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    if (type === 'characterData') {
      this.#added.add(target);
      this.#touched.add(target);
      return;
    }
    for (const node of addedNodes) if (hasText(node)) this.#added.add(node);
    this.#count(addedNodes);
    for (const node of removedNodes) if (hasText(node)) this.#touched.add(node);
  }

  #addBeside({ addedNodes, removedNodes }: MutationRecord): void {
    this.#count(addedNodes);
    this.#isReplaced ||= [...removedNodes].some((node) => this.#roots.some((root) => isWithin(root, node)));
  }

  #count(addedNodes: NodeList): void {
    for (const node of addedNodes) {
      if (node !== this.#host && hasText(node)) this.#addedLength += lengthOfText(node);
    }
    this.#isReplaced ||= this.#addedLength > this.#articleLength;
  }
}

function hasText(node: Node): boolean {
  if (withoutText.has(node.nodeName) || node.nodeType === Node.COMMENT_NODE) return false;
  return /\S/.test(textOf(node));
}

/** How much text there is, scripts and styles included: enough to compare by. */
export const lengthOfAll = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => sum + lengthOfText(node), 0);

const lengthOfText = (node: Node): number => textOf(node).length;

function isInEditor(node: Node): boolean {
  const element = node instanceof Element ? node : parentOf(node);
  return element instanceof Element && closestTo(element, editors) !== null;
}

function outermost(nodes: readonly Node[]): Node[] {
  const set = new Set(nodes);
  return nodes.filter((node) => {
    for (let parent = parentOf(node); parent; parent = parentOf(parent)) if (set.has(parent)) return false;
    return true;
  });
}
