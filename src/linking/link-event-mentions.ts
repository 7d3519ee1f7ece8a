/** Links nouns for meetings, and dates, to the events that packs know. Place, day and people decide, never the noun alone. */

import { daysBetween, type EdtfDate, firstDay, lastDay } from '../model/edtf-date.ts';
import type { Evidence, Link, Span } from '../model/link.ts';
import type { Language, PackedRecord, PackRecord, RecordId } from '../model/record.ts';
import { rawScore, reason, score, scoreFloor, scoreMargin, eventWeights as weights } from './evidence.ts';
import { dateWordsOf, type FoundDate } from './find-dates.ts';
import { type EventMention, type EventNoun, findEventNouns } from './find-event-mentions.ts';
import { type EventClass, eventClassesIn } from './languages/event-words.ts';
import { lastIndexBefore } from './last-before.ts';
import { makeLink } from './make-link.ts';
import { daysAfter, daysBefore, eventDate, relatedIds } from './page-evidence.ts';
import { type PageSentence, PageSentences } from './page-sentences.ts';
import type { PageWords } from './page-words.ts';
import { valuesOf } from './plan-facts.ts';
import { wordKinds } from './word-kinds.ts';

export interface EventPage {
  readonly text: string;
  /** The words of the text. */
  readonly pageWords: PageWords;
  readonly language: Language;
  readonly asOf: EdtfDate | null;
  /** In text order. */
  readonly links: readonly Link[];
  readonly contextIds: readonly RecordId[];
  readonly events: readonly PackedRecord[];
  /** The records of the events' places. */
  readonly places: ReadonlyMap<RecordId, readonly PackedRecord[]>;
}

/** An event that the page may speak of. */
interface OpenEvent {
  readonly packed: PackedRecord;
  readonly classes: ReadonlySet<EventClass>;
  readonly placeIds: ReadonlySet<RecordId>;
  /** What its places lie in: "talks in Westria". */
  readonly aroundIds: ReadonlySet<RecordId>;
  readonly participants: ReadonlySet<RecordId>;
  readonly date: EdtfDate | null;
  /** The article is from about its day. */
  readonly isTimely: boolean;
}

interface EventReading {
  readonly packed: PackedRecord;
  readonly evidence: readonly Evidence[];
}

/** So many of an event's people, places and plans must be named on a page that may speak of it. */
const leastCompany = 2;
/** "Those talks" are those of the sentence before. */
const antecedentReach = 400;

/** Links of events in text order. Those of nouns with their place before them cover the link of the place. */
export function linkEventMentions(page: EventPage): Link[] {
  const open = openEvents(page);
  if (open.length === 0) return [];
  const known = page.links.filter(({ kind }) => kind === 'event');
  const found: Link[] = [];
  let last: Link | null = null;
  let isUnclear = false;
  const sentences = new PageSentences(page);
  const classesMeant = new Set(open.flatMap(({ classes }) => [...classes]));
  for (const noun of findEventNouns({ ...page, sentences })) {
    const named = known[lastIndexBefore(known, noun.end)];
    if (named && named.start >= (last?.start ?? 0)) {
      last = named;
      isUnclear = false;
    }
    const mention: EventMention | EventNoun | null = classesMeant.has(noun.eventClass) ? noun.read() : noun;
    if (!mention || isInside(mention, page.links)) continue;
    const reading: EventReading | null = !('sentence' in mention)
      ? null
      : (choose(mention, open) ?? (isUnclear ? null : sameAsLast(mention, last, open, page.text)));
    if (reading) {
      last = makeLink(mention, reading, page);
      found.push(last);
    }
    isUnclear = !reading;
  }
  const events = [...known, ...found].sort((a, b) => a.start - b.start);
  return [...found, ...linkDates(page, { open, events, sentences })].sort((a, b) => a.start - b.start);
}

function openEvents({ events, links, contextIds, asOf, places }: EventPage): OpenEvent[] {
  const onPage = new Set([...contextIds, ...links.map(({ id }) => id)]);
  return events.flatMap((packed): OpenEvent[] => {
    const { record } = packed;
    const company = [...relatedIds(record)].filter((id) => onPage.has(id)).length;
    if (company < leastCompany) return [];
    const placeIds = valuesOf(record, 'place');
    const around = placeIds.flatMap((id) =>
      (places.get(id) ?? []).flatMap(({ record: place }) => valuesOf(place, 'partOf', 'country')),
    );
    const date = eventDate(record);
    const days = date && asOf ? daysBetween(date, asOf) : null;
    return [
      {
        packed,
        classes: classesOf(record),
        placeIds: new Set(placeIds),
        aroundIds: new Set(around),
        participants: new Set(valuesOf(record, 'participant')),
        date,
        isTimely: days !== null && days >= -daysBefore && days <= daysAfter,
      },
    ];
  });
}

const classes = new WeakMap<PackRecord, ReadonlySet<EventClass>>();

/** What an event's names say that it is. */
function classesOf(record: PackRecord): ReadonlySet<EventClass> {
  let known = classes.get(record);
  if (!known) {
    const names = [...Object.values(record.label), ...record.surfaceForms.map(({ text }) => text)];
    known = eventClassesIn(names.join(' '));
    classes.set(record, known);
  }
  return known;
}

function choose(mention: EventMention, open: readonly OpenEvent[]): EventReading | null {
  const readings = open
    .flatMap((event) => weigh(mention, event) ?? [])
    .sort((a, b) => rawScore(b) - rawScore(a));
  const [first, second] = readings;
  if (!first || score(first.evidence) < scoreFloor) return null;
  return second && rawScore(first) - rawScore(second) < scoreMargin ? null : first;
}

function weigh(mention: EventMention, event: OpenEvent): EventReading | null {
  const { nearby, place, date, eventClass } = mention;
  if (!event.classes.has(eventClass)) return null;
  if (place && !event.placeIds.has(place.id) && !event.aroundIds.has(place.id)) return null;
  if (date && !fitsDate(event, date)) return null;
  const isDay = date?.isCalendarDay ?? false;
  if (!event.isTimely && !isDay) return null;
  const inSentence = nearby.find(({ id }) => event.placeIds.has(id));
  const participants = new Map(
    nearby.filter(({ id }) => event.participants.has(id)).map((link) => [link.id, link] as const),
  );
  const people = [...participants.values()].filter(({ kind }) => kind === 'person');
  const isSaid =
    place !== null || (inSentence !== undefined && participants.size > 0) || (isDay && participants.size > 0);
  if (!isSaid && (people.length < 2 || mention.isOther || mention.isPlural)) return null;
  if ((mention.isOther || mention.isPlural) && !isDay) return null;
  const names = [...participants.values()].map(({ quote }) => quote);
  return {
    packed: event.packed,
    evidence: [
      reason('event-noun', weights.noun, 'a meeting of this kind'),
      ...(place ? [reason('place', weights.placeBeside, `its place: ${place.quote}`)] : []),
      ...(!place && inSentence
        ? [reason('place', weights.placeInSentence, `its place is in the same sentence: ${inSentence.quote}`)]
        : []),
      ...(date ? [reason('day', isDay ? weights.day : weights.dayName, `its day: ${event.date}`)] : []),
      ...(names.length > 0
        ? [
            reason(
              'participants',
              Math.min(weights.participantLimit, weights.participant * names.length),
              `took part: ${names.slice(0, 3).join(', ')}`,
            ),
          ]
        : []),
      ...(event.isTimely
        ? [reason('near-date', weights.timely, `the article is from the time of this event (${event.date})`)]
        : []),
    ],
  };
}

/** Says whether one of the days that a date can mean is a day of the event; a month is enough when no day is given. */
function fitsDate({ date }: OpenEvent, { dates }: FoundDate): boolean {
  return (
    date !== null && dates.some((one) => firstDay(one) <= lastDay(date) && lastDay(one) >= firstDay(date))
  );
}

/** "Those talks", "the talks" right after the event that was named last. */
function sameAsLast(
  mention: EventMention,
  last: Link | null,
  open: readonly OpenEvent[],
  text: string,
): EventReading | null {
  if (
    !last ||
    !mention.isDefinite ||
    mention.isOther ||
    mention.place ||
    mention.hasComplement ||
    mention.date
  )
    return null;
  const between = text.slice(last.end, mention.start);
  if (between.length > antecedentReach || between.split('\n').length > 2) return null;
  const event = open.find(({ packed }) => packed.record.id === last.id);
  if (!event?.classes.has(mention.eventClass)) return null;
  return {
    packed: event.packed,
    evidence: [reason('antecedent', weights.antecedent, `the event named before: ${last.quote}`)],
  };
}

/**
 * Days that stand for an event: those of one that the sentence names, and those beside two people who took part.
 * A date alone is only a date.
 */
function linkDates(
  page: EventPage,
  {
    open,
    events,
    sentences,
  }: { open: readonly OpenEvent[]; events: readonly Link[]; sentences: PageSentences },
): Link[] {
  const found: Link[] = [];
  const months = dateWordsOf(page.language).months;
  const eventMonths = new Set(
    open.map(({ date }) => (date?.length === 10 ? Number(date.slice(5, 7)) : null)),
  );
  for (const index of page.pageWords.placesOf(wordKinds.month)) {
    const month = months.get(page.pageWords.wordAt(index) ?? '');
    if (month === undefined || !eventMonths.has(month)) continue;
    const sentence = sentences.around(index);
    const date = sentence.dates.find(({ start, end }) => start <= index && index < end);
    if (!date?.isCalendarDay || date.start < (found.at(-1)?.end ?? 0) || isInside(date, events)) continue;
    const readings = open.flatMap((event) => weighDate(date, { event, sentence, events }) ?? []);
    const [only] = readings;
    if (only && readings.length === 1 && !isInside(date, page.links)) found.push(makeLink(date, only, page));
  }
  return found;
}

function weighDate(
  date: FoundDate,
  { event, sentence, events }: { event: OpenEvent; sentence: PageSentence; events: readonly Link[] },
): EventReading | null {
  if (event.date?.length !== 10 || !fitsDate(event, date)) return null;
  const inSentence = ({ start }: Link): boolean => start >= sentence.start && start < sentence.end;
  const named = events.find((link) => inSentence(link) && link.id === event.packed.record.id);
  const nearby = sentence.links;
  const people = nearby.filter(({ kind, id }) => kind === 'person' && event.participants.has(id));
  const names = new Map(people.map(({ id, quote }) => [id, quote]));
  const place = nearby.find(({ id }) => event.placeIds.has(id));
  if (!named && (names.size < 2 || !place)) return null;
  return {
    packed: event.packed,
    evidence: [
      reason('day', weights.day, `its day: ${event.date}`),
      ...(named
        ? [reason('event-beside', weights.placeBeside, `named in the same sentence: ${named.quote}`)]
        : []),
      ...(names.size > 0
        ? [
            reason(
              'participants',
              Math.min(weights.participantLimit, weights.participant * names.size),
              `took part: ${[...names.values()].join(', ')}`,
            ),
          ]
        : []),
    ],
  };
}

function isInside({ start, end }: Span, links: readonly Link[]): boolean {
  const before = links[lastIndexBefore(links, end)];
  return before !== undefined && before.end > start && !(before.kind === 'place' && before.end < end);
}

/** The links that no event covers: a place inside "the Florida meeting" gives way to it. */
export const withoutCovered = (links: readonly Link[], events: readonly Link[]): Link[] =>
  links.filter((link: Pick<Link, 'start' | 'end'>) => {
    const cover = events[lastIndexBefore(events, link.end)];
    return !cover || cover.end <= link.start;
  });
