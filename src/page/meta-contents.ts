import { attributeOf, elementsByTag } from './read-node.ts';

/**
 * The contents of `meta` elements with one of these names, sorted by the order of `names`; a name may be in
 * `name`, `property`, `itemprop` or `http-equiv`.
 */
export function metaContents(document: Document, names: readonly string[]): string[] {
  const found = new Map<string, string[]>();
  for (const meta of elementsByTag(document, 'meta')) {
    const content = attributeOf(meta, 'content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attributeOf(meta, attribute)?.trim().toLowerCase();
      if (name && names.includes(name)) found.set(name, [...(found.get(name) ?? []), content]);
    }
  }
  return names.flatMap((name) => found.get(name) ?? []);
}
