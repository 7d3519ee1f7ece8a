/** What the background reports of itself to the reader. */

import type { HeldPack } from './held-pack.ts';
import type { ChoiceScope, LinkCandidate } from './link.ts';
import type { PackVersion } from './pack.ts';
import type { PackId, RecordKind } from './record.ts';

/** What vouches for a source's packs. */
export type SourceTrust =
  /** They lie in the extension itself. */
  | { readonly type: 'own' }
  /** Nothing: only this computer may give such packs, for trying. */
  | { readonly type: 'unsigned' }
  /** Nothing yet: no sync has succeeded. */
  | { readonly type: 'unknown' }
  | ({ readonly type: 'signed' } & SourceSignature);

/** Who signs a source, as of the last refresh of its metadata that succeeded. Times are milliseconds since the epoch. */
export interface SourceSignature {
  /** Fingerprint of the first root, SHA-256 in hex: what `#root=sha256:…` in an address asks for. */
  readonly rootSha256: string;
  /** Ids of the keys that signed the list of packs. */
  readonly signedBy: readonly string[];
  readonly refreshedAt: number;
  /** When the first of the signatures runs out. */
  readonly expiresAt: number;
  /** When one of the two places that remember the source had lost what it knew, or was behind, and was put right from the other. */
  readonly restored: { readonly from: 'database' | 'copy'; readonly restoredAt: number } | null;
}

export interface SourceStatus {
  /** `bundled`, or the base URL of a source that the reader added. */
  readonly id: string;
  readonly url: string;
  readonly isBundled: boolean;
  readonly trust: SourceTrust;
  /** Milliseconds since the epoch; null before the first success. */
  readonly lastSuccessAt: number | null;
  readonly state:
    | { readonly type: 'idle' }
    /** `progress` is null until it is known what is to be done. */
    | { readonly type: 'syncing'; readonly progress: InstallProgress | null }
    /** Syncing for the first time; it is listed for good once that has succeeded. */
    | { readonly type: 'adding'; readonly progress: InstallProgress | null }
    /** `message` says in plain words what went wrong and what will happen next. */
    | { readonly type: 'failed'; readonly message: string; readonly failedAt: number };
}

/** How far the installation of one pack has come. */
export interface InstallProgress {
  readonly packId: PackId;
  readonly title: string;
  /**
   * `copying`: what did not change is taken over; `fetching`: records come from the source; `patching`: so do changes;
   * `naming`: names are put in order; `checking`: the whole is checked before it is put to use.
   */
  readonly stage: 'copying' | 'fetching' | 'patching' | 'naming' | 'checking';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Of the pack; of the changes while patching. */
  readonly recordsDone: number;
  readonly recordCount: number;
}

export interface Status {
  readonly sources: readonly SourceStatus[];
  readonly packs: readonly PackVersion[];
  /** New versions that wait for the reader's decision; `describeHeld` says why. */
  readonly held: readonly HeldPack[];
  readonly engine:
    | { readonly type: 'ready'; readonly byteLength: number }
    | { readonly type: 'preparing' }
    | { readonly type: 'failed'; readonly message: string };
}

/** Whether this page's site is marked, and if not, what the reader can do about it. */
export interface SiteState {
  /** Host of the page, such as `www.example.org`; null for pages that no extension can read. */
  readonly site: string | null;
  /** Match pattern to ask for: `https://www.example.org/*`. */
  readonly origin: string | null;
  readonly isGranted: boolean;
  readonly isEnabled: boolean;
}

/** What the content script of a tab found, in text order. */
export interface PageSummary {
  readonly title: string | null;
  /** The article's date and where the page gives it, such as `JSON-LD datePublished`. */
  readonly published: { readonly date: string; readonly reason: string } | null;
  readonly language: string | null;
  readonly links: readonly PageLink[];
  readonly ambiguities: readonly PageAmbiguity[];
  readonly unresolvedPlans: readonly { readonly index: number; readonly quote: string }[];
  /** True when the page is longer than what is annotated. */
  readonly isTruncated: boolean;
}

/** One record on the page with its mentions. */
export interface PageLink {
  readonly packId: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly label: string;
  /** Indices of its mentions, for `jumpToLink`. */
  readonly indices: readonly number[];
}

/** Mentions that may each mean one of the same records: one question for the reader, or one that was answered. */
export interface PageAmbiguity {
  /** As the page first writes it. */
  readonly quote: string;
  readonly candidates: readonly LinkCandidate[];
  readonly rule: string;
  /** Null while the reader has not chosen. */
  readonly choice: { readonly packId: string; readonly id: string; readonly scope: ChoiceScope } | null;
  /** Indices of its mentions, for `jumpToLink`. */
  readonly indices: readonly number[];
}
