import type { Evidence, Span } from '../model/link.ts';
import type { RecordId } from '../model/record.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import type { ReadMention } from './read-mentions.ts';

interface Bearing {
  readonly start: number;
  /** Null for somebody whom no pack knows: "Ivy Reiner" where only Ada Reiner is known. */
  readonly id: RecordId | null;
}

/**
 * Who bore each surname last: after "Ivy Reiner", "Reiner" is Ivy until Ada Reiner is named again. Of two whom the packs
 * know, one who was called by the surname alone before the other was named keeps it: an article about Ada Reiner calls
 * her brother by his full name.
 */
export class NameBearers {
  readonly #bySurname = new Map<string, Bearing[]>();
  readonly #keepers = new Map<string, RecordId>();

  /** Somebody's full name stands at an offset. Calls come in text order. */
  note(surname: string, bearing: Bearing): void {
    const key = surname.toLowerCase();
    const known = this.#bySurname.get(key);
    if (known) known.push(bearing);
    else this.#bySurname.set(key, [bearing]);
  }

  /** A surname stands alone at an offset. Calls come in text order, with those of `note`. */
  noteAlone(surname: string): void {
    const key = surname.toLowerCase();
    const bearings = this.#bySurname.get(key) ?? [];
    const [first] = bearings;
    if (!first || first.id === null || this.#keepers.has(key)) return;
    if (bearings.every(({ id }) => id === first.id)) this.#keepers.set(key, first.id);
  }

  /** What the last full name with this surname before a mention says of its being that record. */
  evidence({ start, end }: Span, id: RecordId, text: string): Evidence[] {
    const surname = text.slice(start, end);
    const bearings = this.#bySurname.get(surname.toLowerCase());
    if (!bearings) return [];
    const last = bearings.findLast((bearing) => bearing.start < start);
    if (!last) return [];
    const keeper = this.#keepers.get(surname.toLowerCase());
    if (
      keeper &&
      last.id !== null &&
      bearings.some((bearing) => bearing.id === keeper && bearing.start < start)
    )
      return keeper === id
        ? [reason('last-named', weights.lastNamed, 'called by the surname alone before on this page')]
        : [];
    if (last.id === id)
      return [reason('last-named', weights.lastNamed, 'the last of this surname that the text names')];
    if (last.id !== null) return [];
    // Nicknames look like strangers: further down only somebody who was never named is in doubt.
    const isKnown = bearings.some((bearing) => bearing.id === id && bearing.start < start);
    if (isKnown && text.slice(last.start, start).includes('\n')) return [];
    return [
      reason('other-bearer', weights.otherBearer, `somebody else called ${surname} is named just before`),
    ];
  }
}

/** The bearers of surnames among the mentions of a text: known persons by their full names, and strangers. */
export function bearersIn(read: readonly ReadMention[], text: string): NameBearers {
  const bearers = new NameBearers();
  for (const { mention, readings, isStranger } of read) {
    const { start, end } = mention;
    const quote = text.slice(start, end);
    const [reading] = readings;
    if (isStranger && !reading) bearers.note(quote, { start, id: null });
    if (reading?.candidate.type === 'family') bearers.noteAlone(quote);
    if (!reading || readings.length > 1 || reading.candidate.type !== 'name') continue;
    const { id, kind } = reading.packed.record;
    const surname = /[\s\u00a0](\S+)$/u.exec(quote)?.[1];
    if (kind === 'person' && surname) bearers.note(surname, { start, id });
  }
  return bearers;
}
