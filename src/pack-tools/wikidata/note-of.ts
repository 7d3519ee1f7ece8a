import { defaultJurisdictions } from './draft-record.ts';
import type { ItemNote } from './make-record.ts';
import { itemsOf, textsOf } from './wikidata-entity.ts';
import type { Recipe } from './wikidata-recipe.ts';

/** What is kept of an entity that others may name. */
export function noteOf(entity: Readonly<Record<string, unknown>>, recipe: Recipe): ItemNote {
  const named = Object.values(recipe.statements).flatMap((rule) =>
    rule.as === 'role' ? (rule.of ?? []) : [],
  );
  const jurisdictions = [...named, ...defaultJurisdictions];
  return {
    labels: textsOf(entity, 'labels', recipe.languages),
    jurisdiction: jurisdictions.flatMap((property) => itemsOf(entity, property))[0] ?? null,
  };
}
