/** A recipe: which entities of Wikidata become records, and which of their claims become statements. */

import * as v from 'valibot';
import { properties, recordKinds } from '../../model/record.ts';
import { languageSchema } from '../../model/record-schema.ts';
import { packHeaderSchema } from '../pack-source-schema.ts';

const itemId = v.pipe(v.string(), v.regex(/^Q\d+$/, 'must be an item such as Q5'));
const propertyId = v.pipe(v.string(), v.regex(/^P\d+$/, 'must be a property such as P39'));
const localised = v.record(languageSchema, v.pipe(v.string(), v.nonEmpty('must not be empty')));

const selectionSchema = v.strictObject({
  kind: v.picklist(recordKinds),
  /** Items that are an instance (P31) of one of these; without it, of anything. */
  classes: v.exactOptional(v.pipe(v.array(itemId), v.minLength(1, 'needs at least one class'))),
  /** And have one of these properties, when any is given. */
  having: v.exactOptional(v.array(propertyId)),
});

const ruleSchema = v.variant('as', [
  /** An office: the value's label is the role, its jurisdiction what it is held of. */
  v.strictObject({ as: v.literal('role'), of: v.exactOptional(v.array(propertyId)) }),
  /** The other way round: the value holds this office of the entity. */
  v.strictObject({ as: v.literal('holder'), role: localised }),
  v.strictObject({ as: v.literal('record'), property: v.picklist(properties) }),
  v.strictObject({ as: v.literal('date'), property: v.picklist(properties) }),
  v.strictObject({ as: v.literal('number'), property: v.picklist(properties) }),
  v.strictObject({ as: v.literal('text'), property: v.picklist(properties) }),
  v.strictObject({ as: v.literal('coordinates') }),
]);

export const recipeSchema = v.strictObject({
  /** The pack's header; its id becomes the name of the folder. */
  pack: v.omit(v.strictObject(packHeaderSchema.entries), ['generators']),
  languages: v.pipe(
    v.array(languageSchema),
    v.includes('en', 'must have en: what is shown when nothing else is'),
  ),
  /** `world`: countries are named by the records of the world pack, which is then built together with this one. */
  countries: v.exactOptional(v.literal('world')),
  /** The first one that an entity fits gives its kind. */
  select: v.pipe(v.array(selectionSchema), v.minLength(1, 'needs at least one selection')),
  /** The property whose items are family names. */
  familyNames: v.exactOptional(propertyId),
  statements: v.record(propertyId, ruleSchema),
});
export type Recipe = v.InferOutput<typeof recipeSchema>;
export type Selection = Recipe['select'][number];
