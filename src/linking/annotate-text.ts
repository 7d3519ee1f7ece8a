/** One text from mentions to links: the same path in the browser's background and on the command line. */

import type { EdtfDate } from '../model/edtf-date.ts';
import type { Annotation, Link, Mention, Span } from '../model/link.ts';
import type { Language, PackedRecord, PackId, RecordId } from '../model/record.ts';
import { contradictsRecord } from './contradicts-record.ts';
import { findPlanReferences, type PlanReference } from './find-plan-references.ts';
import { isSmallAdjective } from './is-small-adjective.ts';
import { detectLanguage } from './languages/detect-language.ts';
import { lastBefore } from './last-before.ts';
import { linkEventMentions, withoutCovered } from './link-event-mentions.ts';
import { linkLaterMentions } from './link-later-mentions.ts';
import { linkMentions } from './link-mentions.ts';
import { linkNumberedPlans } from './link-numbered-plans.ts';
import { linkPlanReferences } from './link-plan-references.ts';
import { linkRoleReferences } from './link-role-references.ts';
import { officeBeside } from './office-beside.ts';
import { PageWords } from './page-words.ts';
import { type Dossier, valuesOf } from './plan-facts.ts';
import { shareCandidates } from './share-candidates.ts';
import { statedParties } from './stated-parties.ts';

export interface TextToAnnotate {
  readonly text: string;
  /** Null when the page does not say: it is then told from the text. */
  readonly language: Language | null;
  readonly asOf: EdtfDate | null;
  readonly contextIds: readonly RecordId[];
}

/** What annotation asks of the engine and the store; both are effects of the caller. */
export interface Knowledge {
  /** The language is of the text: names decline by its rules. */
  findMentions(text: string, language: Language | null): readonly Mention[];
  /** In the reader's order of packs. */
  recordsById(ids: ReadonlySet<RecordId>): Promise<ReadonlyMap<RecordId, readonly PackedRecord[]>>;
  /** Every plan and event of the packs in use. */
  plansAndEvents(): Promise<readonly PackedRecord[]>;
  /** Every person with a role, at any time, in one of these countries or organisations. */
  officeHolders(ids: ReadonlySet<RecordId>): Promise<readonly PackedRecord[]>;
  recordCounts(): Promise<ReadonlyMap<PackId, number>>;
}

/** The links and unresolved plan references of a text. Where two overlap the longer one stays. */
export async function annotateText(input: TextToAnnotate, knowledge: Knowledge): Promise<Annotation> {
  const { text, asOf, contextIds } = input;
  const language = input.language ?? detectLanguage(text);
  const pageWords = new PageWords(text, language);
  const references = findPlanReferences(text, language, pageWords);
  // A name such as "19-point plan" is a count like any other: the grammar's evidence decides, not the dictionary.
  const mentions: Mention[] = [];
  const inside = new Map<PlanReference, Mention[]>();
  for (const mention of shareCandidates(knowledge.findMentions(text, language), text)) {
    const reference = references.length > 0 ? lastBefore(references, mention.start + 1) : undefined;
    if (!reference || mention.end > reference.end) mentions.push(mention);
    else inside.set(reference, [...(inside.get(reference) ?? []), mention]);
  }
  const ids = new Set<RecordId>();
  for (const candidates of new Set(mentions.map((mention) => mention.candidates)))
    for (const { id } of candidates) ids.add(id);
  for (const { candidates } of [...inside.values()].flat()) for (const { id } of candidates) ids.add(id);
  const [records, dossier, recordCounts] = await Promise.all([
    knowledge.recordsById(ids),
    readDossier(knowledge),
    knowledge.recordCounts(),
  ]);
  const {
    links,
    ambiguous,
    knowledge: page,
  } = linkMentions({
    text,
    language,
    pageWords,
    asOf,
    mentions: mentions.filter((mention) => !isSmallAdjective(mention, text, records)),
    records,
    recordCounts,
    contextIds,
  });
  const taken = inOrder([...links, ...ambiguous]);
  const decided = linkPlanReferences(
    references.filter((reference) => (lastBefore(taken, reference.end)?.end ?? 0) <= reference.start),
    { text, language, links, dossier, knowledge: page },
    (reference) => statedParties(reference, { text, links, mentions: inside.get(reference) ?? [], records }),
  );
  const doubtful = inOrder([...ambiguous, ...decided.ambiguous]);
  const numbered = linkNumberedPlans({
    text,
    pageWords,
    language,
    knowledge: page,
    plans: dossier.plans,
    taken: inOrder([...links, ...decided.links, ...doubtful, ...decided.unresolvedPlans]),
    hasPlan: [...links, ...decided.links].some(({ kind }) => kind === 'plan'),
  });
  const unresolvedPlans = inOrder([...decided.unresolvedPlans, ...numbered.unresolvedPlans]);
  const noted = links.map((link) => withPageWords(link, { text, language, asOf, mentions, records }));
  const named = inOrder([...noted, ...decided.links, ...numbered.links]);
  const later = linkLaterMentions({
    text,
    pageWords,
    language,
    asOf,
    links: named,
    others: inOrder([...doubtful, ...unresolvedPlans]),
    dossier,
    records,
  });
  const withRoles = await linkRoleReferences({
    text,
    pageWords,
    language,
    asOf,
    mentions,
    links: inOrder([...named, ...later]),
    records,
    officeHolders: (holdersOf) => knowledge.officeHolders(holdersOf),
  });
  const { events, places } = dossier;
  const met = language
    ? linkEventMentions({ text, pageWords, language, asOf, links: withRoles, contextIds, events, places })
    : [];
  const all = inOrder([...withoutCovered(withRoles, met), ...met]);
  const isFree = (span: Span): boolean => (lastBefore(all, span.end)?.end ?? 0) <= span.start;
  return { links: all, ambiguous: doubtful.filter(isFree), unresolvedPlans };
}

/** The link, with what the page says of the person where the record says something else of that day. */
function withPageWords(
  link: Link,
  {
    text,
    language,
    asOf,
    mentions,
    records,
  }: Pick<TextToAnnotate, 'text' | 'language' | 'asOf'> & {
    mentions: readonly Mention[];
    records: ReadonlyMap<RecordId, readonly PackedRecord[]>;
  },
): Link {
  if (link.kind !== 'person' || asOf === null) return link;
  const stated = officeBeside(text, link, { mentions, language });
  const record = stated && records.get(link.id)?.find(({ packId }) => packId === link.packId)?.record;
  return record && contradictsRecord(stated, record, asOf) ? { ...link, pageSays: stated.quote } : link;
}

/** The spans in text order, which most lists of them are in already. */
function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  let last = 0;
  for (const { start } of spans) {
    if (start < last) return [...spans].sort((a, b) => a.start - b.start);
    last = start;
  }
  return spans;
}

async function readDossier(knowledge: Knowledge): Promise<Dossier> {
  const { plans, events, namedIds } = divide(await knowledge.plansAndEvents());
  const known = await knowledge.recordsById(namedIds);
  return { plans, events, proposers: known, places: known };
}

type Divided = Pick<Dossier, 'plans' | 'events'> & { readonly namedIds: ReadonlySet<RecordId> };

/** By what was given, so that what is read of the plans is read once as long as the packs are the same. */
const divided = new WeakMap<readonly PackedRecord[], Divided>();

function divide(all: readonly PackedRecord[]): Divided {
  const known = divided.get(all);
  if (known) return known;
  const plans = all.filter(({ record }) => record.kind === 'plan');
  const events = all.filter(({ record }) => record.kind === 'event');
  const proposerIds = plans.flatMap(({ record }) => valuesOf(record, 'proposedBy'));
  const placeIds = events.flatMap(({ record }) => valuesOf(record, 'place'));
  const found = { plans, events, namedIds: new Set([...proposerIds, ...placeIds]) };
  divided.set(all, found);
  return found;
}
