import { attributeOf, elementsByTag, textContentOf } from './read-node.ts';

/** A node of a page's linked data; nothing in it has been checked. */
export type LinkedNode = Readonly<Record<string, unknown>>;

export interface LinkedData {
  /**
   * What the page says of itself, in document order: not the entries of its lists, nor what is nested in
   * other nodes.
   */
  readonly nodes: readonly LinkedNode[];
  /** Scripts that are not JSON even after repair. */
  readonly broken: readonly string[];
}

/** Nodes that say what the page is about sit here; `itemListElement` and the like are about other pages. */
const nestingKeys = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const maxNodes = 1_000;

/** The page's JSON-LD. */
export function readJsonLd(document: Document): LinkedData {
  const nodes: LinkedNode[] = [];
  const broken: string[] = [];
  for (const script of elementsByTag(document, 'script')) {
    if (attributeOf(script, 'type')?.trim().toLowerCase() !== 'application/ld+json') continue;
    const source = textContentOf(script) ?? '';
    const parsed = parse(source) ?? parse(repair(source));
    if (parsed) addNodes(parsed.value, nodes);
    else broken.push(source);
  }
  return { nodes, broken };
}

/** The node's types without their vocabulary: `https://schema.org/NewsArticle` is `NewsArticle`. */
export function typesOf(node: LinkedNode): string[] {
  return [node['@type']]
    .flat()
    .flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));
}

function addNodes(value: unknown, nodes: LinkedNode[]): void {
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && nodes.length < maxNodes; at++) {
    const item = queue[at];
    if (Array.isArray(item)) {
      for (const entry of item) queue.push(entry);
    } else if (typeof item === 'object' && item !== null) {
      const node = item as LinkedNode;
      nodes.push(node);
      for (const key of nestingKeys) if (typeof node[key] === 'object') queue.push(node[key]);
    }
  }
}

function parse(source: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(source) as unknown };
  } catch {
    // Many sites write it by hand or by template; the caller repairs it, or reads it as text.
    return null;
  }
}

/**
 * Takes out what templates leave behind: comment and CDATA marks, bare control characters, commas before a
 * closing bracket.
 */
function repair(source: string): string {
  return (
    source
      .replace(/<!--|-->|\/\*[^*]*\*\/|\/\/\s*<!\[CDATA\[|\/\/\s*\]\]>|<!\[CDATA\[|\]\]>/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what makes the JSON invalid.
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, '')
  );
}
