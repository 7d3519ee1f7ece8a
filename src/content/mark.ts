/** Something that was found on the page and can be marked. */

import type { AmbiguousLink, Link, UnresolvedPlan } from '../model/link.ts';

export type Found =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'ambiguous'; readonly ambiguous: AmbiguousLink }
  | { readonly type: 'unresolvedPlan'; readonly plan: UnresolvedPlan };

export interface Mark {
  /** Names the mark for as long as it is on the page; never used again for another one. */
  readonly index: number;
  readonly found: Found;
  /** Which section of the article it stands in; equal only for marks of one section. */
  readonly section: string;
  readonly range: StaticRangeInit;
  /** The block of text around it. */
  readonly block: Element;
}
