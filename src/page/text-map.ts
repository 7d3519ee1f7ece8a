import type { RawBlock } from './block-builder.ts';

/**
 * Where a text came from, in segments sorted by offset: the `lengths[i]` units from `starts[i]` are those of
 * `nodes[nodeIndices[i]]` from `nodeStarts[i]`, but for tabs and newlines, which are spaces in the text. What
 * no segment covers is a newline between blocks or from a `br`.
 */
export interface TextMap {
  readonly nodes: readonly Text[];
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly nodeIndices: Uint32Array;
  readonly nodeStarts: Uint32Array;
  /** The first segment of each node; a node's segments follow one another, in the order of its characters. */
  readonly firstSegments: ReadonlyMap<Node, number>;
}

/** The map of a text in which `blocks[i]` starts at `offsets[i]`. */
export function buildTextMap(blocks: readonly RawBlock[], offsets: readonly number[]): TextMap {
  const count = blocks.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const nodes: Text[] = [];
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  const nodeIndices = new Uint32Array(count);
  const nodeStarts = new Uint32Array(count);
  const firstSegments = new Map<Node, number>();
  let segment = 0;
  blocks.forEach((block, index) => {
    for (const piece of block.pieces) {
      if (nodes.at(-1) !== piece.node) {
        firstSegments.set(piece.node, segment);
        nodes.push(piece.node);
      }
      starts[segment] = (offsets[index] ?? 0) + piece.start;
      lengths[segment] = piece.length;
      nodeIndices[segment] = nodes.length - 1;
      nodeStarts[segment] = piece.nodeStart;
      segment++;
    }
  });
  return { nodes, starts, lengths, nodeIndices, nodeStarts, firstSegments };
}
