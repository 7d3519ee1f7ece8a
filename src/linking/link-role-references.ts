/** Decides role references: for the one who held the office on the as-of date, or for nobody. */

import type { EdtfDate } from '../model/edtf-date.ts';
import type { Link, Mention, Span } from '../model/link.ts';
import { localise } from '../model/localise.ts';
import type { Language, PackedRecord, RecordId, Statement } from '../model/record.ts';
import { describeDates, describeDatesOn, statementTime } from '../model/statement-time.ts';
import { reason, roleWeights } from './evidence.ts';
import { findRoleReferences, type RoleReference } from './find-role-references.ts';
import { isSmallAdjective } from './is-small-adjective.ts';
import { roleGrammarOf } from './languages/role-words/role-grammar-of.ts';
import { lastBefore, lastIndexBefore } from './last-before.ts';
import { makeLink } from './make-link.ts';
import type { PageWords } from './page-words.ts';
import { isForOrganisations, officesMeant, officesOf } from './read-office.ts';

export interface RolesToLink {
  readonly text: string;
  readonly pageWords: PageWords;
  readonly language: Language | null;
  readonly asOf: EdtfDate | null;
  /** All that the engine found, adjectives as well, in text order. */
  readonly mentions: readonly Mention[];
  /** The decided mentions, in text order. */
  readonly links: readonly Link[];
  readonly records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  readonly officeHolders: (ids: ReadonlySet<RecordId>) => Promise<readonly PackedRecord[]>;
}

/** Links with the role references in them; a link inside a longer role reference gives way to it. */
export async function linkRoleReferences(input: RolesToLink): Promise<readonly Link[]> {
  const { links } = input;
  const grammar = roleGrammarOf(input.language);
  if (!grammar) return links;
  const references = findRoleReferences(input, grammar)
    .filter((reference) => !isBesideName(reference, input))
    .map((reference) => ({ reference, ids: placesOf(reference, input) }))
    .filter(({ ids }) => ids.length > 0);
  if (references.length === 0) return links;
  const holders = await input.officeHolders(new Set(references.flatMap(({ ids }) => ids)));
  const byPlace = rolesByPlace(holders);
  const roles = references.flatMap(({ reference, ids }) => decide(reference, ids, byPlace, input) ?? []);
  const free = roles.filter((role) => !reachesOver(role, links));
  if (free.length === 0) return links;
  return [...links.filter((link) => !isInside(link, free)), ...free].sort((a, b) => a.start - b.start);
}

/** The records that a reference's place means: as decided, or else the only one that it can mean. */
function placesOf({ place, start, end }: RoleReference, { text, links, records }: RolesToLink): RecordId[] {
  if (!place) return [...new Set(links.filter(({ kind }) => kind === 'place').map(({ id }) => id))];
  const link = lastBefore(links, place.start + 1);
  if (link?.start === place.start && link.end === place.end) {
    return link.kind === 'person' ? [] : [link.id];
  }
  if (link && link.end > start && link.start < end) return [];
  const ids = [...new Set(place.candidates.map(({ id }) => id))];
  if (ids.length !== 1) return [];
  // "МИД Норландии" looks like a longer name until the grammar has read the word before.
  const isReadWhole =
    place.end === end && place.candidates.every(({ type, weak }) => type === 'name' && !weak);
  return isReadWhole || isSmallAdjective(place, text, records) ? ids : [];
}

interface Holder {
  readonly packed: PackedRecord;
  readonly statement: Statement;
}

interface HeldRole extends Holder {
  readonly of: RecordId;
  /** In the order of persons and of their statements. */
  readonly order: number;
}

/** What persons are or were, by the country or organisation. */
function rolesByPlace(persons: readonly PackedRecord[]): ReadonlyMap<RecordId, readonly HeldRole[]> {
  const byPlace = new Map<RecordId, HeldRole[]>();
  let order = 0;
  for (const packed of persons) {
    for (const statement of packed.record.statements) {
      const { property, of } = statement;
      if (property !== 'role' || !of) continue;
      const role = { packed, statement, of, order: order++ };
      const known = byPlace.get(of);
      if (known) known.push(role);
      else byPlace.set(of, [role]);
    }
  }
  return byPlace;
}

function decide(
  reference: RoleReference,
  ids: readonly RecordId[],
  byPlace: ReadonlyMap<RecordId, readonly HeldRole[]>,
  input: RolesToLink,
): Link | null {
  const { text, language, asOf, records, links } = input;
  const { start, end, office } = reference;
  const wanted = new Set(officesMeant(office));
  const found = new Map<RecordId, Holder>();
  const held = ids.flatMap((id) => byPlace.get(id) ?? []).sort((a, b) => a.order - b.order);
  for (const { packed, statement, of } of held) {
    if (found.has(packed.record.id) || statementTime(statement, asOf) !== 'current') continue;
    const places = records.get(of)?.map(({ record }) => record) ?? [];
    if (isForOrganisations(office) && places.some(({ kind }) => kind === 'place')) continue;
    const offices = officesOf(statement, places);
    if ([...offices].some((each) => wanted.has(each))) found.set(packed.record.id, { packed, statement });
  }
  const holder = theOne([...found.values()], office, links);
  // Of an unknown day nobody can say who held an office, unless the page itself names a holder.
  if (!holder || (asOf === null && !isNamed(holder, links))) return null;
  const evidence = [reason('office', roleWeights.holder, officeNote(holder.statement, language, asOf))];
  return makeLink({ start, end }, { packed: holder.packed, evidence }, { text, language });
}

/** Where a loose word fits several holders, the only one whom the page names. */
function theOne(
  holders: readonly Holder[],
  office: RoleReference['office'],
  links: readonly Link[],
): Holder | null {
  const [only] = holders;
  if (holders.length <= 1) return only ?? null;
  if (officesMeant(office).length === 1) return null;
  const named = holders.filter((holder) => isNamed(holder, links));
  return named.length === 1 ? (named[0] ?? null) : null;
}

const isNamed = ({ packed }: Holder, links: readonly Link[]): boolean =>
  links.some(({ id }) => id === packed.record.id);

function officeNote({ value, ...rest }: Statement, language: Language | null, asOf: EdtfDate | null): string {
  const statement = { value, ...rest };
  const role = value.type === 'text' ? localise(value.text, language) : '';
  return `${role} ${asOf ? describeDatesOn(statement, asOf) : describeDates(statement)}`;
}

/** A title beside its holder's name makes no link of its own, whether packs know the name or not. */
function isBesideName({ start, end }: RoleReference, { text, links }: RolesToLink): boolean {
  const after = /^(?:[ \u00a0]|,[ \u00a0])(?:[“"«„][ \u00a0]?)?(?=\p{Lu})/u.exec(text.slice(end, end + 6));
  if (after) {
    const next = links[lastIndexBefore(links, end + after[0].length) + 1];
    const isLinked = next?.start === end + after[0].length;
    const isOther = isLinked && next.kind !== 'person';
    if (!isOther && (!after[0].startsWith(',') || isLinked || isFullName(text.slice(end + after[0].length))))
      return true;
    if (isOther && !after[0].startsWith(',')) return true;
  }
  const before = /,[ \u00a0](?:\p{L}{1,4}[ \u00a0]|\p{L}[’'])?$/u.exec(
    text.slice(Math.max(0, start - 9), start),
  );
  if (!before) return false;
  const at = start - before[0].length;
  const previous = lastBefore(links, at);
  if (previous?.end === at) return previous.kind === 'person';
  return /\p{Lu}[\p{L}\p{M}’'-]+[ \u00a0]\p{Lu}[\p{L}\p{M}’'-]+$/u.test(text.slice(Math.max(0, at - 60), at));
}

/** Two capitalised words: "Charles Dupont". */
const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}’'.-]*[ \u00a0]\p{Lu}/u.test(text.slice(0, 60));

function isInside({ start, end }: Span, spans: readonly Span[]): boolean {
  const span = lastBefore(spans, start + 1);
  return span !== undefined && end <= span.end;
}

/** A link that begins before the reference or ends after it, or a link of its own size or more: it stays. */
function reachesOver({ start, end }: Span, links: readonly Link[]): boolean {
  // Links never overlap: those before the last that ends before the reference end before it as well.
  for (let index = lastIndexBefore(links, end); index >= 0; index--) {
    const link = links[index];
    if (!link || link.end <= start) return false;
    if (link.start < start || link.end > end || (link.start === start && link.end === end)) return true;
  }
  return false;
}
