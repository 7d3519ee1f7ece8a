import type { Contestant } from '../contestant.ts';
import { MatchList } from '../match-list.ts';
import { breakUnit, joinUnit, simpleFoldTable } from '../simple-fold.ts';

class Node {
  name = -1;
  children: Map<number, Node> | null = null;
}

/** A trie of characters made of Maps, entered where a word starts; the text is folded on the way. */
export const trieOfMaps: Contestant = {
  title: 'trie of Maps',
  build(names) {
    const root = new Node();
    for (const [index, name] of names.entries()) {
      const node = grow(root, name);
      if (node.name < 0) node.name = index;
    }
    const matches = new MatchList();
    return {
      scan(text) {
        matches.clear();
        findAll(root, text, matches);
        return matches.triples;
      },
    };
  },
};

function grow(root: Node, name: string): Node {
  let node = root;
  for (let i = 0; i < name.length; i++) {
    const unit = simpleFoldTable[name.charCodeAt(i)] ?? 0;
    node.children ??= new Map();
    let child = node.children.get(unit);
    if (!child) {
      child = new Node();
      node.children.set(unit, child);
    }
    node = child;
  }
  return node;
}

function findAll(root: Node, text: string, matches: MatchList): void {
  const table = simpleFoldTable;
  let before = breakUnit;
  for (let start = 0; start < text.length; ) {
    const first = table[text.charCodeAt(start)] ?? 0;
    let next = start + 1;
    if (before <= joinUnit && first > joinUnit) {
      let node = root.children?.get(first);
      let name = -1;
      for (let at = start + 1; node; at++) {
        const unit = at < text.length ? (table[text.charCodeAt(at)] ?? 0) : breakUnit;
        if (unit <= joinUnit) {
          if (node.name >= 0) {
            name = node.name;
            next = at;
          }
          if (unit === breakUnit) break;
        }
        node = node.children?.get(unit);
      }
      if (name >= 0) matches.add(start, next, name);
    }
    before = table[text.charCodeAt(next - 1)] ?? 0;
    start = next;
  }
}
