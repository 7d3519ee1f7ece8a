/** An entity as a record whose labels of other entities are still ids: those may come later in the dump, or earlier. */

import type { Property, RecordKind } from '../../model/record.ts';
import {
  aliasesOf,
  type Claim,
  claimsOf,
  itemsOf,
  type Rank,
  type Snaks,
  type SnakValue,
  textsOf,
} from './wikidata-entity.ts';
import type { Recipe, Selection } from './wikidata-recipe.ts';

type Json = Readonly<Record<string, unknown>>;

export interface DraftStatement {
  readonly property: Property;
  /** An item's label is the value where `asText` is set or no record of the output has the item. */
  readonly value: SnakValue;
  readonly asText: boolean;
  readonly role?: Readonly<Record<string, string>>;
  /** Item that the role is held of. */
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
  readonly origin: Origin;
}

/** Where a statement stands in Wikidata, for its citation. */
export interface Origin {
  readonly item: string;
  readonly property: string;
  readonly rank: Rank;
  readonly qualifiers: Snaks;
  readonly references: readonly Snaks[];
  /** Day on which the entity was last changed, or null where the dump does not say. */
  readonly modified: string | null;
}

export interface Draft {
  readonly item: string;
  readonly kind: RecordKind;
  readonly labels: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Items whose labels are family names. */
  readonly familyNames: readonly string[];
  readonly statements: readonly DraftStatement[];
  /** Roles that other items hold of this one, by item. */
  readonly holders: readonly (readonly [item: string, statement: DraftStatement])[];
}

/** The draft of an entity, or null when no selection of the recipe wants it. */
export function draftRecord(entity: Json, recipe: Recipe): Draft | null {
  const selection = recipe.select.find((each) => isSelected(entity, each));
  if (!selection) return null;
  const { languages } = recipe;
  const item = String(entity.id);
  const statements: DraftStatement[] = [];
  const holders: (readonly [string, DraftStatement])[] = [];
  const modified = typeof entity.modified === 'string' ? entity.modified.slice(0, 10) : null;
  for (const [property, rule] of Object.entries(recipe.statements)) {
    const isOffice = rule.as === 'role' || rule.as === 'holder' || rule.as === 'record';
    for (const claim of claimsOf(entity, property, { all: isOffice })) {
      const shared = { ...datesOf(claim), origin: originOf(claim, { item, modified }) };
      switch (rule.as) {
        case 'role': {
          if (claim.value.type !== 'item') break;
          const of = firstItem(claim.qualifiers, rule.of ?? defaultJurisdictions);
          statements.push({
            property: 'role',
            value: claim.value,
            asText: true,
            ...(of && { of }),
            ...shared,
          });
          break;
        }
        case 'holder':
          if (claim.value.type !== 'item') break;
          holders.push([
            claim.value.id,
            { property: 'role', value: claim.value, asText: true, role: rule.role, of: item, ...shared },
          ]);
          break;
        case 'record':
          if (claim.value.type === 'item') {
            statements.push({ property: rule.property, value: claim.value, asText: false, ...shared });
          }
          break;
        case 'date':
          if (claim.value.type === 'time') {
            statements.push({
              property: rule.property,
              value: claim.value,
              asText: false,
              origin: shared.origin,
            });
          }
          break;
        case 'number':
          if (claim.value.type === 'number') {
            const [at] = claim.qualifiers.P585 ?? [];
            const from = at?.type === 'time' ? { from: at.date } : {};
            statements.push({
              property: rule.property,
              value: claim.value,
              asText: false,
              ...from,
              origin: shared.origin,
            });
          }
          break;
        case 'text':
          statements.push({ property: rule.property, value: claim.value, asText: true, ...shared });
          break;
        case 'coordinates':
          if (claim.value.type === 'coordinates') {
            statements.push({
              property: 'coordinates',
              value: claim.value,
              asText: false,
              origin: shared.origin,
            });
          }
          break;
      }
    }
  }
  return {
    item,
    kind: selection.kind,
    labels: textsOf(entity, 'labels', languages),
    descriptions: textsOf(entity, 'descriptions', languages),
    aliases: Object.fromEntries(
      [...languages, 'mul']
        .map((language) => [language, aliasesOf(entity, language)] as const)
        .filter(([, list]) => list.length > 0),
    ),
    familyNames: recipe.familyNames ? itemsOf(entity, recipe.familyNames) : [],
    statements,
    holders,
  };
}

function isSelected(entity: Json, { classes, having }: Selection): boolean {
  if (classes && !itemsOf(entity, 'P31').some((id) => classes.includes(id))) return false;
  return !having || having.some((property) => claimsOf(entity, property, { all: true }).length > 0);
}

/** "of", "applies to jurisdiction", "country": what an office is held of. */
export const defaultJurisdictions = ['P642', 'P1001', 'P17'];

function firstItem(snaks: Snaks, properties: readonly string[]): string | null {
  for (const property of properties) {
    for (const value of snaks[property] ?? []) if (value.type === 'item') return value.id;
  }
  return null;
}

/** Start and end, or the one point in time that the claim is about. */
function datesOf({ qualifiers }: Claim): { from?: string; to?: string } {
  const date = (property: string): string | null => {
    const [value] = qualifiers[property] ?? [];
    return value?.type === 'time' ? value.date : null;
  };
  const from = date('P580') ?? date('P585');
  const to = date('P582');
  // A slip of an editor would be refused when the pack is built.
  if (
    from &&
    to &&
    to.slice(0, Math.min(from.length, to.length)) < from.slice(0, Math.min(from.length, to.length))
  )
    return {};
  return { ...(from && { from }), ...(to && { to }) };
}

function originOf(claim: Claim, { item, modified }: { item: string; modified: string | null }): Origin {
  const { property, rank, qualifiers, references } = claim;
  return { item, property, rank, qualifiers, references, modified };
}

/** Every item whose label the draft needs. */
export function itemsNeeded(draft: Draft): string[] {
  const all = [...draft.statements, ...draft.holders.map(([, statement]) => statement)];
  return [draft.item, ...draft.familyNames, ...all.flatMap(itemsOfStatement)];
}

/** Every item whose label a statement needs, whoever's record it becomes a part of. */
export function itemsOfStatement({ value, of, origin }: DraftStatement): string[] {
  const snaks = [origin.qualifiers, ...origin.references].flatMap((each) => Object.values(each).flat());
  const named = [value, ...snaks].flatMap((each) => (each.type === 'item' ? [each.id] : []));
  return [origin.item, ...(of ? [of] : []), ...named];
}
