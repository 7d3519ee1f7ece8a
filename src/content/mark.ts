/** Something that was found on the page and can be marked. */

import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { AmbiguousLink, Link, Span, UnresolvedPlan } from '../model/link.ts';
import type { RecordKind } from '../model/record.ts';

export type Found =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'ambiguous'; readonly ambiguous: AmbiguousLink }
  | { readonly type: 'unresolvedPlan'; readonly plan: UnresolvedPlan };

export interface Mark {
  /** Names the mark for as long as it is on the page; never used again for another one. */
  readonly index: number;
  readonly found: Found;
  readonly kind: RecordKind | 'ambiguous' | 'unresolved';
  /** Which section of the article it stands in; equal only for marks of one section. */
  readonly section: string;
  readonly range: StaticRangeInit;
  /** The block of text around it. */
  readonly block: Element;
}

export function spanOf(found: Found): Span {
  if (found.type === 'link') return found.link;
  return found.type === 'ambiguous' ? found.ambiguous : found.plan;
}

export function kindOf(found: Found): Mark['kind'] {
  if (found.type === 'link') return found.link.kind;
  return found.type === 'ambiguous' ? 'ambiguous' : 'unresolved';
}

/** What makes a mark the same one when its text is read again. */
export function nameOf(found: Found): string {
  if (found.type === 'link') return `${found.link.packId} ${found.link.id}`;
  return found.type === 'ambiguous' ? ambiguityKey(found.ambiguous.candidates) : found.plan.quote;
}
