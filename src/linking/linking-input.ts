import type { EdtfDate } from '../model/edtf-date.ts';
import type { Mention } from '../model/link.ts';
import type { Language, PackedRecord, PackId, RecordId } from '../model/record.ts';
import type { PageWords } from './page-words.ts';

/** What the mentions of one text are decided with. */
export interface LinkingInput {
  readonly text: string;
  readonly language: Language | null;
  readonly asOf: EdtfDate | null;
  /** The words of the text. */
  readonly pageWords: PageWords;
  readonly mentions: readonly Mention[];
  /** Every record that a mention may mean, in the reader's order of packs. */
  readonly records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  readonly recordCounts: ReadonlyMap<PackId, number>;
  /** Records known to be on the page outside this text. */
  readonly contextIds: readonly RecordId[];
}
