/** An article with the links of a pack and their cards: what a reader would see, as plain data. */

import { annotateText } from '../linking/annotate-text.ts';
import { detectLanguage } from '../linking/languages/detect-language.ts';
import { buildCard } from '../model/build-card.ts';
import type { Card } from '../model/card.ts';
import type { EdtfDate } from '../model/edtf-date.ts';
import type { Annotation } from '../model/link.ts';
import type { PackId, RecordId } from '../model/record.ts';
import { loadPackLibrary, type PackLibrary } from './load-knowledge.ts';
import { readDocument } from './read-document.ts';

export interface Preview {
  readonly title: string | null;
  readonly publishedAt: EdtfDate | null;
  readonly text: string;
  readonly annotation: Annotation;
  /** Of every linked record, in order of first mention. */
  readonly cards: readonly Card[];
}

/** @throws {PackSourceError} @throws {DocumentError} */
export async function previewArticle({
  folder,
  file,
  asOf,
}: {
  folder: string;
  file: string;
  asOf: EdtfDate | null;
}): Promise<Preview> {
  const document = await readDocument(file);
  const library = await loadPackLibrary([folder]);
  const language = document.language ?? detectLanguage(document.text);
  const publishedAt = asOf ?? document.publishedAt;
  const annotation = await annotateText(
    { text: document.text, language, asOf: publishedAt, contextIds: [] },
    library.knowledge,
  );
  const linked = new Map<string, { packId: PackId; id: RecordId }>();
  for (const { packId, id } of [
    ...annotation.links,
    ...annotation.ambiguous.flatMap(({ candidates }) => candidates),
  ]) {
    linked.set(cardKey({ packId, id }), { packId, id });
  }
  const cards = [...linked.values()].flatMap(
    (link) => cardOf(library, { ...link, asOf: publishedAt, language }) ?? [],
  );
  return { title: document.title, publishedAt, text: document.text, annotation, cards };
}

/** Tells cards apart: several packs may have one id. */
export const cardKey = ({ packId, id }: { packId: PackId; id: RecordId }): string => `${packId} ${id}`;

function cardOf(
  { byId, packTitles }: PackLibrary,
  request: { packId: PackId; id: RecordId; asOf: EdtfDate | null; language: string | null },
): Card | null {
  const { packId, id, asOf, language } = request;
  const record = byId.get(id)?.find((packed) => packed.packId === packId)?.record;
  if (!record) return null;
  const named = new Map([...byId].flatMap(([each, [first]]) => (first ? [[each, first.record]] : [])));
  const dossier = [...named.values()].filter(({ kind }) => kind === 'plan' || kind === 'event');
  const packTitle = packTitles.get(packId) ?? packId;
  const persons = [...byId.values()].flat().filter((packed) => packed.record.kind === 'person');
  const today = new Date().toISOString().slice(0, 10);
  return buildCard({ packId, record, packTitle, asOf, today, language, named, dossier, persons });
}
