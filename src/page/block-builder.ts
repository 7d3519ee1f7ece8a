/** Collapses white space as a browser does, and remembers where each character came from. */

/**
 * A run of a block's text that equals a run of one Text node, unit by unit; a tab or newline there is a space
 * here.
 */
export interface Piece {
  readonly node: Text;
  readonly nodeStart: number;
  /** In the block's text. */
  readonly start: number;
  readonly length: number;
}

export type BlockKind = 'heading' | 'text' | 'caption' | 'loose' | 'credit';

/** One block of text; `kind` says what its tag promises, and `loose` and `credit` promise nothing. */
export interface RawBlock {
  readonly element: Element;
  readonly kind: BlockKind;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Units of `text` in links, times and bylines. */
  readonly asideLength: number;
}

/** Fed one node after another; `blocks` grows by one at each end of a block that had text. */
export class BlockBuilder {
  readonly blocks: RawBlock[] = [];
  isFull = false;

  #room: number;
  #element: Element | null = null;
  #kind: BlockKind = 'loose';
  #text = '';
  #pieces: Piece[] = [];
  #asideLength = 0;
  #space: { node: Text; offset: number } | null = null;
  #lineBreaks = 0;

  /** `maxLength` is in UTF-16 units over all blocks. */
  constructor(maxLength: number) {
    this.#room = maxLength;
  }

  /** Ends the open block; what follows belongs to `element`. */
  startBlock(element: Element, kind: BlockKind): void {
    this.endBlock();
    this.#element = element;
    this.#kind = kind;
  }

  endBlock(): void {
    if (this.#element && this.#text && /\S/.test(this.#text)) {
      this.blocks.push({
        element: this.#element,
        kind: this.#kind,
        text: this.#text,
        pieces: this.#pieces,
        asideLength: this.#asideLength,
      });
      // The newline that will part this block from the next.
      this.#room--;
    }
    this.#pieces = [];
    this.#text = '';
    this.#asideLength = 0;
    this.#space = null;
    this.#lineBreaks = 0;
  }

  /** A break at the edge of a block shows nothing and gives nothing. */
  addLineBreak(): void {
    if (this.#text) this.#lineBreaks++;
  }

  addText(node: Text, isAside: boolean): void {
    const { data } = node;
    let at = 0;
    while (at < data.length && !this.isFull) {
      const start = skipSpaces(data, at);
      if (start > at) this.#space ??= { node, offset: at };
      at = start;
      if (at === data.length) return;
      const end = endOfRun(data, at);
      this.#addRun(node, at, end, isAside);
      at = end;
    }
  }

  #addRun(node: Text, start: number, end: number, isAside: boolean): void {
    this.#addSeparator(isAside);
    if (this.isFull) return;
    const length = roomFor(node.data, start, end - start, this.#room);
    if (length < end - start) this.isFull = true;
    if (length > 0) this.#append(node, start, length, node.data.slice(start, start + length), isAside);
  }

  #addSeparator(isAside: boolean): void {
    const { node, offset } = this.#space ?? {};
    this.#space = null;
    if (!this.#text) return;
    this.isFull = this.#room <= this.#lineBreaks;
    if (this.isFull) return;
    if (this.#lineBreaks > 0) {
      this.#text += '\n'.repeat(this.#lineBreaks);
      this.#room -= this.#lineBreaks;
      this.#lineBreaks = 0;
    } else if (node && offset !== undefined) {
      this.#append(node, offset, 1, ' ', isAside);
    }
  }

  #append(node: Text, nodeStart: number, length: number, text: string, isAside: boolean): void {
    const last = this.#pieces.at(-1);
    const start = this.#text.length;
    if (
      last?.node === node &&
      last.nodeStart + last.length === nodeStart &&
      last.start + last.length === start
    ) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + length };
    } else {
      this.#pieces.push({ node, nodeStart, start, length });
    }
    this.#text += text.replace(/[\t\n\f\r]/g, ' ');
    this.#room -= length;
    if (isAside) this.#asideLength += length;
  }
}

/** Space, tab, newline, form feed and carriage return collapse; a no-break space never does. */
function isCollapsible(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11);
}

function skipSpaces(data: string, from: number): number {
  let at = from;
  while (at < data.length && isCollapsible(data.charCodeAt(at))) at++;
  return at;
}

/** Where the run that starts at `from` ends: before two spaces together, or before spaces at the end. */
function endOfRun(data: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < data.length && !isCollapsible(data.charCodeAt(at))) at++;
    if (at + 1 >= data.length || isCollapsible(data.charCodeAt(at + 1))) return at;
    at++;
  }
}

/** How much of a run has room, without parting a surrogate pair. */
function roomFor(data: string, start: number, length: number, room: number): number {
  if (length <= room) return length;
  const cut = Math.max(0, room);
  const last = data.charCodeAt(start + cut - 1);
  return cut > 0 && last >= 0xd800 && last <= 0xdbff ? cut - 1 : cut;
}
