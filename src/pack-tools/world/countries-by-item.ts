import { borders } from '@rapideditor/country-coder';
import type { RecordId } from '../../model/record.ts';

interface Feature {
  readonly properties: { readonly iso1A2?: string; readonly wikidata?: string };
}

/** The world pack's record of each country and territory, by its Wikidata item. */
export function countriesByItem(): ReadonlyMap<string, RecordId> {
  const { features } = borders as { features: readonly Feature[] };
  return new Map(
    features.flatMap(({ properties: { iso1A2, wikidata } }) =>
      iso1A2 && wikidata ? [[wikidata, `iso3166:${iso1A2}`] as const] : [],
    ),
  );
}
