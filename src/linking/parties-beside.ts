import type { Link, Mention, Span } from '../model/link.ts';
import type { PackedRecord, PackRecord, RecordId } from '../model/record.ts';
import { lastIndexBefore } from './last-before.ts';

/** Between a party and the plan or the next party: "Norland's 28-point", "the Norlandic 28-point", "Norland-Sudmark". */
const possessive = /^['’]s? ?$/u;
const adjective = /^ $/u;
const chain = /^(?:['’]s)?(?: ?[-\u2010\u2011\u2013] ?| and | )$/u;
/** Longest text between two names of one phrase. */
const reach = 8;

/**
 * The places and organisations whose plan a reference says it is: named inside it ("28-point Norlandic plan") or, as
 * an adjective or with an "'s", before it.
 */
export function partiesBeside(
  reference: Span,
  {
    text,
    links,
    mentions,
    records,
  }: {
    text: string;
    /** Both in text order. */
    links: readonly Link[];
    mentions: readonly Mention[];
    records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  },
): PackRecord[] {
  const isParty = ({ kind }: PackRecord): boolean => kind === 'place' || kind === 'organisation';
  const recordsOf = (id: RecordId): PackRecord[] =>
    (records.get(id) ?? []).map(({ record }) => record).filter(isParty);
  const inside = mentions.flatMap(({ candidates }) => candidates.flatMap(({ id }) => recordsOf(id)));
  return [...inside, ...linksBefore(reference, text, links).flatMap(({ id }) => recordsOf(id))];
}

function linksBefore({ start }: Span, text: string, links: readonly Link[]): Link[] {
  const found: Link[] = [];
  let from = start;
  for (let index = lastIndexBefore(links, start); index >= 0; index--) {
    const link = links[index];
    if (!link || link.end > from || from - link.end > reach) break;
    const gap = text.slice(link.end, from);
    const isAdjective = link.evidence.some(({ type }) => type === 'demonym' || type === 'abbreviation');
    const isOne =
      found.length > 0 ? chain.test(gap) : possessive.test(gap) || (isAdjective && adjective.test(gap));
    if (!isOne) break;
    found.push(link);
    from = link.start;
  }
  return found;
}
