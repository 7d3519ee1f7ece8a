import { borders } from '@rapideditor/country-coder';
import type { RecordId } from '../../model/record.ts';

/** A country, or a territory that has an ISO 3166-1 code of its own. */
export interface Territory {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Code of the country that it belongs to; null for countries. */
  readonly country: string | null;
  /** UN M49 codes of the regions it lies in, the smallest first; empty where its parts lie in several. */
  readonly regions: readonly string[];
  /** Wikidata id. */
  readonly wikidata: string;
}

/** The world's countries and territories, and its regions below the whole. */
export interface Territories {
  readonly territories: readonly Territory[];
  /** UN M49 code of each region and of the regions around it, the smallest first. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
}

/** What is used of the package's features: its own types need those of GeoJSON. */
interface Feature {
  readonly properties: {
    readonly iso1A2?: string;
    readonly isoStatus?: string;
    readonly m49?: string;
    readonly wikidata: string;
    readonly country?: string;
    readonly groups: readonly string[];
    readonly members?: readonly string[];
  };
}

const worldCode = '001';
/** Regions whose members lie apart or overlap with others: of little use to say where a country is. */
const unusedRegions = new Set([worldCode, '419', '202', '019', '003', '830']);

/** All territories with an official ISO 3166-1 code, and Kosovo, whose code is user-assigned. */
export function readTerritories(): Territories {
  const features = (borders.features as readonly Feature[]).map(({ properties }) => properties);
  const sizes = new Map(features.map(({ m49, members }) => [m49 ?? '', members?.length ?? 0]));
  const regionsOf = (groups: readonly string[]): string[] =>
    groups
      .filter((group) => /^\d{3}$/.test(group) && !unusedRegions.has(group))
      .sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || (a < b ? -1 : 1));
  const territories = features
    .filter(({ isoStatus }) => isoStatus === 'official' || isoStatus === 'usrAssn')
    .flatMap(({ iso1A2, country, groups, wikidata }) =>
      iso1A2 ? [{ code: iso1A2, country: country ?? null, regions: regionsOf(groups), wikidata }] : [],
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const regions = new Map(
    features
      .filter(({ m49, iso1A2 }) => m49 && !iso1A2 && !unusedRegions.has(m49))
      .map(({ m49, groups }): [string, string[]] => [m49 ?? '', regionsOf(groups)]),
  );
  return { territories, regions: new Map([...regions].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export const countryId = (code: string): RecordId => `iso3166:${code}`;
export const regionId = (code: string): RecordId => `m49:${code}`;
