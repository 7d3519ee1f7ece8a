import type { Card } from '../model/card.ts';
import type { EdtfDate } from '../model/edtf-date.ts';
import type { ChoiceScope, LinkCandidate } from '../model/link.ts';
import type { PackId, RecordId, RecordKind } from '../model/record.ts';
import type { Settings } from '../model/settings.ts';
import type { PageSummary, SiteState, Status } from '../model/status.ts';

/** A record that fits what the reader typed. */
export interface LookUpEntry {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
  /** The name that matched. */
  readonly matched: string;
  readonly description?: string;
}

/** Everything the popup asks of the world outside. */
export interface PopupServices {
  readonly getSettings: () => Promise<Settings>;
  readonly getStatus: () => Promise<Status>;
  /** Of the active tab. */
  readonly getSiteState: () => Promise<SiteState>;
  /** Null when nobody listens in the active tab. */
  readonly getPageSummary: () => Promise<PageSummary | null>;
  readonly jumpToLink: (index: number) => Promise<boolean>;
  readonly setSiteEnabled: (site: string, isEnabled: boolean) => Promise<SiteState>;
  /** Asks the browser at once: call it in the click handler, before any `await`, or Firefox refuses. */
  readonly requestOrigin: (origin: string) => Promise<boolean>;
  readonly lookUp: (query: string) => Promise<readonly LookUpEntry[]>;
  readonly getCard: (record: CardRequest) => Promise<Card | null>;
  /** Keeps or takes back a choice for the active tab's page or site. */
  readonly chooseReading: (choice: ReadingChoice) => Promise<void>;
  readonly openOptions: () => void;
}

export interface CardRequest {
  readonly packId: PackId;
  readonly id: RecordId;
  readonly asOf: EdtfDate | null;
}

/** What the reader chose between the readings of a mention; null takes an earlier choice back. */
export interface ReadingChoice {
  readonly scope: ChoiceScope;
  readonly candidates: readonly LinkCandidate[];
  readonly chosen: LinkCandidate | null;
}
