/** What a name says by itself, wherever it stands in a text: read once for all mentions that are written alike. */

import type { Candidate, Evidence, Mention } from '../model/link.ts';
import type { Language, PackedRecord, PackRecord } from '../model/record.ts';
import { reason, evidenceWeights as weights } from './evidence.ts';
import type { NamedForm } from './is-part-of-longer-name.ts';
import type { LinkingInput } from './linking-input.ts';
import { countWords, lowerWords } from './neighbours.ts';

/** One way to read a mention: the best surface form of one record. */
export interface Reading {
  readonly candidate: Candidate;
  readonly packed: PackedRecord;
  /** What the surface form itself says. */
  readonly base: readonly Evidence[];
  /** Capitals say nothing here: the name may be a part of a longer one. */
  readonly needsSupport: boolean;
}

/** A surface form as a mention has it, with the reading that it makes where nothing beside it says more. */
export interface NameForm {
  readonly form: NamedForm;
  readonly reading: Reading;
}

/** The forms of the names in one text. */
export class NameForms {
  readonly #input: LinkingInput;
  /** By the lists that mentions written alike share. */
  readonly #known = new Map<Mention['candidates'], readonly NameForm[]>();

  constructor(input: LinkingInput) {
    this.#input = input;
  }

  /** The forms that a mention may be: those of its candidates that are known here and not of another language alone. */
  of(mention: Mention): readonly NameForm[] {
    let forms = this.#known.get(mention.candidates);
    if (!forms) {
      forms = this.#read(mention);
      this.#known.set(mention.candidates, forms);
    }
    return forms;
  }

  #read(mention: Mention): NameForm[] {
    const { text, records, language } = this.#input;
    const quote = text.slice(mention.start, mention.end);
    const wordCount = countWords(text, mention);
    return mention.candidates.flatMap((candidate): NameForm[] => {
      const packed = records.get(candidate.id)?.find(({ packId }) => packId === candidate.packId);
      if (!packed || isInflectedElsewhere(candidate, packed.record, language, quote)) return [];
      if (candidate.inflected && !beginsLikeName(quote, packed.record)) return [];
      const { kind } = packed.record;
      const { type } = candidate;
      const isCountry = countryId.test(candidate.id);
      const isInflected = candidate.inflected === true;
      const form = { kind, type, wordCount, ownWords: ownWordsOf(packed.record), isCountry, isInflected };
      const base = this.#evidence(quote, candidate, packed.record);
      return [{ form, reading: { candidate, packed, base, needsSupport: false } }];
    });
  }

  #evidence(quote: string, candidate: Candidate, record: PackRecord): Evidence[] {
    const { language, pageWords } = this.#input;
    const { type, weak, inflected } = candidate;
    const evidence = [reason(type, weights[type], formNotes[type](quote))];
    if (inflected) evidence.push(reason('inflected', weights.inflected, 'by its ending another case'));
    if (weak) evidence.push(reason('weak-form', weights.weakForm, 'the same word has other meanings'));
    if (weak && type === 'name' && pageWords.hasInLowerCase(quote)) {
      evidence.push(
        reason('also-in-lower-case', weights.alsoInLowerCase, 'the text also has it as an everyday word'),
      );
    }
    if (record.prior !== undefined && record.prior !== 0.5) {
      evidence.push(
        reason('prior', (record.prior - 0.5) * 2 * weights.prior, 'how often this name means this record'),
      );
    }
    if (isOtherLanguage(candidate.language, language, record, quote)) {
      evidence.push(
        reason('other-language', weights.otherLanguage, `a ${candidate.language} name in a ${language} text`),
      );
    }
    return evidence;
  }
}

/** The engine takes "й" for "и", as keyboards do: in other cases than a name's base "войны" would be a form of "воин". */
function beginsLikeName(quote: string, { surfaceForms }: PackRecord): boolean {
  const [word = ''] = quote.toLowerCase().split(/[\s\u00a0-]/);
  const opening = word.slice(0, Math.ceil(word.length / 2));
  if (!/[ий]/.test(opening)) return true;
  return surfaceForms.some(({ text }) => {
    const name = text.toLowerCase();
    return Array.from(opening).every((letter, at) => !/[ий]/.test(letter) || name[at] === letter);
  });
}

/** ISO 3166-1. */
const countryId = /^iso3166:[A-Z]{2}$/;

const ownWords = new WeakMap<PackRecord, ReadonlySet<string>>();

/** Every word of a person's names; of other records none is asked for. */
export function ownWordsOf(record: PackRecord): ReadonlySet<string> {
  if (record.kind !== 'person') return noWords;
  let words = ownWords.get(record);
  if (!words) {
    words = new Set(record.surfaceForms.flatMap((form) => lowerWords(form.text)));
    ownWords.set(record, words);
  }
  return words;
}

const noWords: ReadonlySet<string> = new Set();

const formNotes: Record<Candidate['type'], (quote: string) => string> = {
  name: (quote) => `name: ${quote}`,
  abbreviation: (quote) => `abbreviation: ${quote}`,
  demonym: (quote) => `"${quote}" is of this place`,
  family: (quote) => `surname: ${quote}`,
};

function isOtherLanguage(
  of: Language | null,
  language: Language | null,
  record: PackRecord,
  quote: string,
): boolean {
  if (!of || !language || of === language) return false;
  const primary = language.split('-')[0];
  if (of.split('-')[0] === primary) return false;
  return !languagesOf(record, quote).some((each) => !each || each.split('-')[0] === primary);
}

const formLanguages = new WeakMap<PackRecord, ReadonlyMap<string, readonly (Language | null)[]>>();

/** The languages in which a record has a name of this spelling, null for all. */
function languagesOf(record: PackRecord, quote: string): readonly (Language | null)[] {
  let known = formLanguages.get(record);
  if (!known) {
    const byText = new Map<string, (Language | null)[]>();
    for (const { text, language = null } of record.surfaceForms) {
      const languages = byText.get(text);
      if (languages) languages.push(language);
      else byText.set(text, [language]);
    }
    known = byText;
    formLanguages.set(record, known);
  }
  return known.get(quote) ?? [];
}

/** Surnames and demonyms of one language are other words in the next: "Macronie" is Polish for Macron, not French. */
function isInflectedElsewhere(
  { type, language: of }: Candidate,
  record: PackRecord,
  language: Language | null,
  quote: string,
): boolean {
  const isSuch = type === 'family' || type === 'demonym';
  return isSuch && isOtherLanguage(of, language, record, quote);
}
