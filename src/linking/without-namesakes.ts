import type { Mention } from '../model/link.ts';
import type { PackedRecord, PackRecord } from '../model/record.ts';

interface ReadMention {
  readonly mention: Mention;
  readonly readings: readonly { readonly packed: PackedRecord }[];
}

/** ISO 3166-2: a state or province, by whose name a smaller namesake of a famous city is told from it. */
const subdivisionId = /^iso3166:[A-Z]{2}-/;
const conjunction = /^,? (?:and|or|&|und|oder|et|ou|y|o|e|i|oraz|і|й|та|и|или|або) /u;

const clauseEnd = /^(?:[,.;)\n]|$)/;

/**
 * The mentions without readings that the name beside a comma excludes: "Paris, Texas" is not the capital of France, and in
 * "Reval, Westria," the second is the state in which there is such a town, not the country of that name. Of enumerations
 * ("Geneva, Florida and Paris") all stay.
 */
export function withoutNamesakes<T extends ReadMention>(read: readonly T[], text: string): T[] {
  const isJoined = (index: number): boolean => {
    const [town, region] = [read[index], read[index + 1]];
    return (
      town !== undefined &&
      region !== undefined &&
      region.mention.start === town.mention.end + 2 &&
      text.startsWith(', ', town.mention.end)
    );
  };
  /** Says whether a mention may be a town and the next what it lies in. */
  const isPair = (index: number): boolean => {
    const [town, region] = [read[index], read[index + 1]];
    if (!town || !region || !isJoined(index) || isJoined(index - 1) || isJoined(index + 1)) return false;
    const after = text.slice(region.mention.end, region.mention.end + 8);
    if (conjunction.test(after) || /^['’]s/.test(after)) return false;
    return region.readings.some(({ packed }) => subdivisionId.test(packed.record.id));
  };
  return read.map((each, index) => {
    const [town, region] = [read[index - 1], read[index + 1]];
    if (region && isPair(index)) return within(each, region);
    const isRegion =
      town && isPair(index - 1) && clauseEnd.test(text.slice(each.mention.end, each.mention.end + 1));
    const regionOf = isRegion ? within(each, town) : each;
    return regionOf.readings.length > 0 ? regionOf : each;
  });
}

/** The mention with those of its places alone that belong to one country with a reading of the other. */
const within = <T extends ReadMention>(each: T, other: ReadMention): T => ({
  ...each,
  readings: each.readings.filter(
    ({ packed: { record } }) =>
      record.kind !== 'place' || other.readings.some(({ packed }) => isWithin(record, packed.record)),
  ),
});

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
