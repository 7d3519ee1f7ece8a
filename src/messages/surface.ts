/** The typed surfaces between contexts: what may be asked of the background and of a page, and what comes back. */

import type { Card } from '../model/card.ts';
import type { EdtfDate } from '../model/edtf-date.ts';
import type { Annotation, ChoiceScope } from '../model/link.ts';
import type { Language, PackId, RecordId } from '../model/record.ts';
import type { MarkStyle, Settings } from '../model/settings.ts';
import type { PageSummary, SiteState, Status } from '../model/status.ts';

interface Call<Request, Response> {
  request: Request;
  response: Response;
}
type Nothing = Record<never, never>;

/** Asked of the background worker. Content scripts may ask only the calls in `pageMayAsk`. */
export interface BackgroundCalls {
  /** `contextIds`: records already linked on the page, as evidence for text that the page added later. */
  annotateText: Call<
    { text: string; language: Language | null; asOf: EdtfDate | null; contextIds: readonly RecordId[] },
    Annotation
  >;
  /** Null when no installed pack has the record any more. */
  getCard: Call<
    { packId: PackId; id: RecordId; asOf: EdtfDate | null; language: Language | null },
    Card | null
  >;
  /** What a content script needs to know before it starts; `isEnabled` is for the asking page's site. */
  getPageSettings: Call<Nothing, PageSettings>;
  getStatus: Call<Nothing, Status>;
  getSettings: Call<Nothing, Settings>;
  /** Returns the settings after the change. */
  changeSettings: Call<{ change: Partial<Settings> }, Settings>;
  getSiteState: Call<{ url: string }, SiteState>;
  /** Switches marking on one host on or off at once, in every open tab. */
  setSiteEnabled: Call<{ site: string; isEnabled: boolean }, SiteState>;
  /**
   * Keeps the reader's choice between the readings of an ambiguous mention, or with null takes it back, and annotates that
   * address's open tabs again.
   */
  chooseReading: Call<
    {
      url: string;
      scope: ChoiceScope;
      candidates: readonly { packId: PackId; id: RecordId }[];
      chosen: { packId: PackId; id: RecordId } | null;
    },
    Nothing
  >;
  /** How many of the reader's choices are kept. */
  countChoices: Call<Nothing, number>;
  /** Forgets all of them and annotates open tabs again. */
  forgetChoices: Call<Nothing, Nothing>;
  /** Fails with `SourceError` in plain words when there is no usable source at the address; nothing is then stored. */
  addSource: Call<{ url: string }, Status>;
  removeSource: Call<{ sourceId: string }, Status>;
  /** Null syncs every source. Failures are in the returned status. */
  syncNow: Call<{ sourceId: string | null }, Status>;
  /** Puts the version of a pack to use that is held, or has it fetched again where it could not be read. */
  acceptHeld: Call<{ packId: PackId }, Status>;
  /** Drops the version of a pack that is held; it is not offered again. */
  refuseHeld: Call<{ packId: PackId }, Status>;
  /** Goes back to a pack's `previous` version; the one that was in use is left alone until its publisher brings out another. */
  rollBackPack: Call<{ packId: PackId }, Status>;
}

export interface PageSettings {
  readonly isEnabled: boolean;
  readonly kinds: Settings['kinds'];
  readonly language: Language | null;
  readonly theme: Settings['theme'];
  readonly markStyle: MarkStyle;
  readonly mentions: Settings['mentions'];
}

/** Asked of the content script in one tab. */
export interface PageCalls {
  getPageSummary: Call<Nothing, PageSummary>;
  /** Scrolls the mention into view and opens its card. False when it is no longer on the page. */
  jumpToLink: Call<{ index: number }, boolean>;
  /** The keyboard commands: moves to the next or previous mark and opens its card. */
  stepToLink: Call<{ direction: 'next' | 'previous' }, boolean>;
  /** Packs or settings changed: read the settings, annotate and paint again. */
  reannotate: Call<Nothing, Nothing>;
  /** Remove every trace from the page and stop observing it. */
  stop: Call<Nothing, Nothing>;
}

export type BackgroundCallName = keyof BackgroundCalls;
export type PageCallName = keyof PageCalls;

/** What a content script may ask. Everything else is for the extension's own pages. */
export const pageMayAsk = [
  'annotateText',
  'getCard',
  'getPageSettings',
] as const satisfies BackgroundCallName[];
