/** Evidence that comes from the rest of the page: other names, other records, the date. */

import { daysBetween, type EdtfDate, firstDay } from '../model/edtf-date.ts';
import type { Evidence } from '../model/link.ts';
import type { PackId, PackRecord, RecordId } from '../model/record.ts';
import { largestDossier, reason, evidenceWeights as weights } from './evidence.ts';
import { countriesOf } from './without-namesakes.ts';

/** What is known of the page before a mention is decided. */
export interface PageKnowledge {
  /** Records that a full, unambiguous name on the page names, with that name. */
  readonly named: ReadonlyMap<RecordId, string>;
  /** Records that some mention may mean, by the pack that has them. */
  readonly possible: ReadonlyMap<PackId, ReadonlySet<RecordId>>;
  /** Capitals of places that the page names, with these places. */
  readonly capitals: ReadonlyMap<RecordId, RecordId>;
  /** Places that the page names beyond doubt, by the country they lie in; a country is of itself. */
  readonly placesByCountry: ReadonlyMap<RecordId, readonly RecordId[]>;
  readonly recordCounts: ReadonlyMap<PackId, number>;
  readonly asOf: EdtfDate | null;
}

const related = new WeakMap<PackRecord, ReadonlySet<RecordId>>();

/** All ids that a record's statements name. */
export function relatedIds(record: PackRecord): ReadonlySet<RecordId> {
  const known = related.get(record);
  if (known) return known;
  const ids = new Set<RecordId>();
  for (const { value, of } of record.statements) {
    if (value.type === 'record') ids.add(value.id);
    if (of) ids.add(of);
  }
  ids.delete(record.id);
  related.set(record, ids);
  return ids;
}

/** Other records on the page that speak for this one, through its own statements or through a common dossier. */
export function coherence(packId: PackId, record: PackRecord, knowledge: PageKnowledge): readonly Evidence[] {
  let ofPage = coherent.get(knowledge);
  if (!ofPage) {
    ofPage = new Map();
    coherent.set(knowledge, ofPage);
  }
  let evidence = ofPage.get(record);
  if (!evidence) {
    evidence = readCoherence(packId, record, knowledge);
    ofPage.set(record, evidence);
  }
  return evidence;
}

/** It is the same for each mention of a record on a page. */
const coherent = new WeakMap<PageKnowledge, Map<PackRecord, readonly Evidence[]>>();

function readCoherence(packId: PackId, record: PackRecord, knowledge: PageKnowledge): Evidence[] {
  const { named, possible, recordCounts } = knowledge;
  const evidence: Evidence[] = [];
  const onPage = [...relatedIds(record)].filter((id) => named.has(id));
  if (onPage.length > 0) {
    const names = onPage.slice(0, 3).map((id) => named.get(id));
    const weight = Math.min(weights.relatedLimit, weights.related * onPage.length);
    evidence.push(reason('related', weight, `related names on this page: ${names.join(', ')}`));
  }
  const dossier = possible.get(packId);
  const others = dossier ? dossier.size - (dossier.has(record.id) ? 1 : 0) : 0;
  if (others > 0 && (recordCounts.get(packId) ?? Number.POSITIVE_INFINITY) <= largestDossier) {
    const weight = Math.min(weights.sameDossierLimit, weights.sameDossier * others);
    evidence.push(
      reason(
        'same-dossier',
        weight,
        `${others} other ${others === 1 ? 'name' : 'names'} from the same pack on this page`,
      ),
    );
  }
  return evidence;
}

/** Days from an event's first day within which an article may still mean it. */
export const daysBefore = 14;
export const daysAfter = 30;
/** Other talks are held in the same city: so many names of the event or its dossier must be on the page. */
const leastCompany = 2;

/**
 * Evidence that an article names those who took part in an event and was written around its time; empty when that is
 * not known.
 */
export function nearDate(packId: PackId, record: PackRecord, knowledge: PageKnowledge): Evidence[] {
  const { asOf, named, possible } = knowledge;
  const company = new Set([...relatedIds(record)].filter((id) => named.has(id)));
  for (const id of possible.get(packId) ?? []) if (id !== record.id) company.add(id);
  if (company.size < leastCompany) return [];
  const date = eventDate(record);
  if (!date || !asOf) return [];
  const days = daysBetween(date, asOf);
  if (days < -daysBefore || days > daysAfter) return [];
  return [
    reason('near-date', weights.nearDate, `the article is from the time of this event (${firstDay(date)})`),
  ];
}

/** Evidence that the capital of the country which a weak name may mean is on the page. */
export function capitalOnPage(record: PackRecord, { named }: PageKnowledge): Evidence[] {
  for (const { property, value } of record.statements) {
    const capital = property === 'capital' && value.type === 'record' ? named.get(value.id) : undefined;
    if (capital)
      return [reason('capital-on-page', weights.capitalOnPage, `its capital is named: ${capital}`)];
  }
  return [];
}

/** Evidence that the page names the country or state whose capital this is. */
export function capitalOfNamed(record: PackRecord, { capitals, named }: PageKnowledge): Evidence[] {
  const of = capitals.get(record.id);
  if (!of) return [];
  return [reason('capital-of-named', weights.capitalOfNamed, `capital of a named place: ${named.get(of)}`)];
}

/** Evidence that the page names other places of the same country: a state beside its cities, not the namesake abroad. */
export function placesOfCountry(record: PackRecord, { placesByCountry, named }: PageKnowledge): Evidence[] {
  let others: RecordId[] = [];
  for (const country of countriesOf(record)) {
    const there = (placesByCountry.get(country) ?? []).filter((id) => id !== record.id && id !== country);
    if (there.length > others.length) others = there;
  }
  if (others.length === 0) return [];
  const weight = Math.min(weights.sameCountryLimit, weights.sameCountry * others.length);
  const names = others.slice(0, 3).map((id) => named.get(id));
  return [reason('same-country', weight, `other places of the same country are named: ${names.join(', ')}`)];
}

/** The date of an event record, or null. */
export function eventDate(record: PackRecord): EdtfDate | null {
  for (const { property, value } of record.statements) {
    if (property === 'date' && value.type === 'date') return value.date;
  }
  return null;
}
