/** The reader's choices between readings: kept for a page or a site, applied to each annotation of it. */

import { ambiguityKey } from '../model/ambiguity-key.ts';
import type { ChosenReading } from '../model/apply-choices.ts';
import type { ChoiceScope } from '../model/link.ts';
import type { PackId, RecordId } from '../model/record.ts';
import { getChoices, replaceChoice } from '../store/choices.ts';
import { database } from './database.ts';
import { siteOf } from './sites.ts';

interface Reading {
  readonly packId: PackId;
  readonly id: RecordId;
}

/** What holds on a page, by `ambiguityKey`: a choice for the page goes before one for its site. */
export async function choicesFor(url: string): Promise<ReadonlyMap<string, ChosenReading>> {
  const places = await placesOf(url);
  if (!places) return new Map();
  const store = await database();
  const [ofSite, ofPage] = await Promise.all([
    getChoices(store, places.site),
    getChoices(store, places.page),
  ]);
  const chosen = new Map<string, ChosenReading>();
  for (const [scope, rows] of [
    ['site', ofSite],
    ['page', ofPage],
  ] as const) {
    for (const [ambiguity, { packId, id }] of rows) chosen.set(ambiguity, { packId, id, scope });
  }
  return chosen;
}

/** Keeps a choice in place of an earlier one between the same readings, or with null takes it back; one for the page leaves the site's. */
export async function rememberChoice({
  url,
  scope,
  candidates,
  chosen,
}: {
  url: string;
  scope: ChoiceScope;
  candidates: readonly Reading[];
  chosen: Reading | null;
}): Promise<void> {
  const places = await placesOf(url);
  if (!places) return;
  const ambiguity = ambiguityKey(candidates);
  await replaceChoice(await database(), {
    places: scope === 'site' ? [places.page, places.site] : [places.page],
    ambiguity,
    choice: chosen && { place: places[scope], ambiguity, packId: chosen.packId, id: chosen.id },
  });
}

/** Names of a page and its site in the store, or null for what no extension may read. The address cannot be read from them. */
async function placesOf(url: string): Promise<Readonly<Record<ChoiceScope, string>> | null> {
  const site = siteOf(url);
  if (site === null) return null;
  const { origin, pathname, search } = new URL(url);
  const [page, ofSite] = await Promise.all([
    hash(`page ${origin}${pathname}${search}`),
    hash(`site ${site}`),
  ]);
  return { page, site: ofSite };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
