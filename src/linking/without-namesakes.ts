import type { Mention } from '../model/link.ts';
import type { PackedRecord, PackRecord } from '../model/record.ts';

interface ReadMention {
  readonly mention: Mention;
  readonly readings: readonly { readonly packed: PackedRecord }[];
}

/** ISO 3166-2: a state or province, by whose name a smaller namesake of a famous city is told from it. */
const subdivisionId = /^iso3166:[A-Z]{2}-/;
const conjunction = /^,? (?:and|or|&|und|oder|et|ou|y|o|e|i|oraz|і|й|та|и|или|або) /u;

/**
 * The mentions without readings that the name after a comma excludes: "Paris, Texas" is not the capital of France. Of
 * enumerations ("Geneva, Florida and Paris") all stay.
 */
export function withoutNamesakes<T extends ReadMention>(read: readonly T[], text: string): T[] {
  return read.map((each, index) => {
    const next = read[index + 1];
    if (!next || text.slice(each.mention.end, next.mention.start) !== ', ') return each;
    if (!next.readings.some(({ packed }) => subdivisionId.test(packed.record.id))) return each;
    const previous = read[index - 1];
    const isEnumeration =
      (previous && text.slice(previous.mention.end, each.mention.start) === ', ') ||
      conjunction.test(text.slice(next.mention.end, next.mention.end + 8)) ||
      text.slice(next.mention.end, read[index + 2]?.mention.start) === ', ' ||
      /^['’]s/.test(text.slice(next.mention.end));
    if (isEnumeration) return each;
    const readings = each.readings.filter(
      ({ packed: { record } }) =>
        record.kind !== 'place' || next.readings.some(({ packed }) => isWithin(record, packed.record)),
    );
    return { ...each, readings };
  });
}

/** Says whether two places belong to one country, or one is the country of the other. */
function isWithin(place: PackRecord, region: PackRecord): boolean {
  const countries = countriesOf(region);
  return [...countriesOf(place)].some((id) => countries.has(id));
}

/** A place and the countries it lies in. */
export function countriesOf(record: PackRecord): Set<string> {
  const ids = new Set([record.id]);
  for (const { property, value } of record.statements) {
    if (property === 'country' && value.type === 'record') ids.add(value.id);
  }
  return ids;
}
