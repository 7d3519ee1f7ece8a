import type { Language } from '../model/record.ts';
import { metaContents } from './meta-contents.ts';
import type { LinkedData } from './read-json-ld.ts';
import { attributeOf, documentElementOf } from './read-node.ts';

const tagPattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/**
 * The language that the page declares, such as `en` or `pt-BR`: its root element's, else its metadata's; null
 * when none is usable.
 */
export function pageLanguage(document: Document, { nodes }: LinkedData): Language | null {
  const root = documentElementOf(document);
  const declared = [
    root && attributeOf(root, 'lang'),
    root && attributeOf(root, 'xml:lang'),
    ...metaContents(document, ['content-language', 'og:locale']),
    ...nodes.map((node) => node.inLanguage),
  ];
  for (const value of declared.flat()) {
    const language = typeof value === 'string' ? normalise(value) : null;
    if (language) return language;
  }
  return null;
}

/** `EN_gb.UTF-8` is `en-gb`. */
function normalise(value: string): Language | null {
  const [first = ''] = value.split(/[,;.]/);
  const [primary = '', ...rest] = first.trim().replaceAll('_', '-').split('-');
  const tag = [primary.toLowerCase(), ...rest].join('-');
  return tagPattern.test(tag) ? tag : null;
}
