import { buildCard } from '../model/build-card.ts';
import type { Card } from '../model/card.ts';
import type { EdtfDate } from '../model/edtf-date.ts';
import { idsWithOffices } from '../model/office-holders.ts';
import type { Language, PackId, PackRecord, RecordId } from '../model/record.ts';
import { listPacks } from '../store/packs.ts';
import { getOfficeHolders, getRecord, getRecordsById, getRecordsOfKind } from '../store/records.ts';
import { database } from './database.ts';

/** The card of a record, or null when the pack does not have it any more. */
export async function cardOfRecord(request: {
  packId: PackId;
  id: RecordId;
  asOf: EdtfDate | null;
  language: Language | null;
}): Promise<Card | null> {
  const { packId, id, asOf, language } = request;
  const store = await database();
  const record = await getRecord(store, packId, id);
  if (!record) return null;
  const needsDossier = record.kind === 'plan' || record.kind === 'event';
  const [packs, named, dossier, persons] = await Promise.all([
    listPacks(store),
    getRecordsById(store, idsNamedBy(record)),
    needsDossier ? getRecordsOfKind(store, ['plan', 'event']) : [],
    getOfficeHolders(store, idsWithOffices(record)),
  ]);
  return buildCard({
    packId,
    record,
    packTitle: packs.find((pack) => pack.id === packId)?.title ?? packId,
    asOf,
    today: new Date().toISOString().slice(0, 10),
    language,
    named: new Map([...named].flatMap(([each, [first]]) => (first ? [[each, first.record]] : []))),
    dossier: dossier.map((each) => each.record),
    persons,
  });
}

function idsNamedBy(record: PackRecord): RecordId[] {
  return record.statements.flatMap(({ value }) => (value.type === 'record' ? [value.id] : []));
}
