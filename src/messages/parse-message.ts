/** Messages arrive as `unknown` from contexts that a page may have attacked: each is parsed once, here. */

import * as v from 'valibot';
import { edtfDateSchema, languageSchema, packIdSchema, recordIdSchema } from '../model/record-schema.ts';
import type { BackgroundCallName, BackgroundCalls, PageCallName, PageCalls } from './surface.ts';

/** Longest text in one `annotateText`, in UTF-16 units. */
export const maxAnnotatedLength = 1_000_000;

const nothing = v.strictObject({});
const shortText = v.pipe(v.string(), v.maxLength(2_000));

const reading = v.strictObject({ packId: packIdSchema, id: recordIdSchema });

const backgroundRequests = {
  annotateText: v.strictObject({
    text: v.pipe(v.string(), v.maxLength(maxAnnotatedLength)),
    language: v.nullable(languageSchema),
    asOf: v.nullable(edtfDateSchema),
    contextIds: v.pipe(v.array(recordIdSchema), v.maxLength(10_000)),
  }),
  getCard: v.strictObject({
    packId: packIdSchema,
    id: recordIdSchema,
    asOf: v.nullable(edtfDateSchema),
    language: v.nullable(languageSchema),
  }),
  getPageSettings: nothing,
  getStatus: nothing,
  getSettings: nothing,
  changeSettings: v.strictObject({ change: v.record(v.string(), v.unknown()) }),
  getSiteState: v.strictObject({ url: shortText }),
  setSiteEnabled: v.strictObject({ site: shortText, isEnabled: v.boolean() }),
  chooseReading: v.strictObject({
    url: v.pipe(v.string(), v.maxLength(100_000)),
    scope: v.picklist(['page', 'site']),
    candidates: v.pipe(v.array(reading), v.minLength(2), v.maxLength(100)),
    chosen: v.nullable(reading),
  }),
  countChoices: nothing,
  forgetChoices: nothing,
  addSource: v.strictObject({ url: shortText }),
  removeSource: v.strictObject({ sourceId: shortText }),
  syncNow: v.strictObject({ sourceId: v.nullable(shortText) }),
  acceptHeld: v.strictObject({ packId: packIdSchema }),
  refuseHeld: v.strictObject({ packId: packIdSchema }),
  rollBackPack: v.strictObject({ packId: packIdSchema }),
} satisfies Record<BackgroundCallName, v.GenericSchema>;

const pageRequests = {
  getPageSummary: nothing,
  jumpToLink: v.strictObject({ index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  stepToLink: v.strictObject({ direction: v.picklist(['next', 'previous']) }),
  reannotate: nothing,
  stop: nothing,
} satisfies Record<PageCallName, v.GenericSchema>;

type Parsed<Calls extends Record<keyof Calls, { request: unknown }>> = {
  [Name in keyof Calls]: { name: Name; request: Calls[Name]['request'] };
}[keyof Calls];

export type BackgroundMessage = Parsed<BackgroundCalls>;
export type PageMessage = Parsed<PageCalls>;

/** The call in a message, or null when it is not one for the background or is malformed. */
export function parseBackgroundMessage(message: unknown): BackgroundMessage | null {
  return parse(message, 'background', backgroundRequests) as BackgroundMessage | null;
}

/** The call in a message, or null when it is not one for a page or is malformed. */
export function parsePageMessage(message: unknown): PageMessage | null {
  return parse(message, 'page', pageRequests) as PageMessage | null;
}

function parse(message: unknown, to: string, requests: Record<string, v.GenericSchema>): unknown {
  const envelope = v.safeParse(
    v.strictObject({ to: v.literal(to), name: v.picklist(Object.keys(requests)), request: v.unknown() }),
    message,
  );
  if (!envelope.success) return null;
  const { name, request } = envelope.output;
  const schema = requests[name];
  const parsed = schema && v.safeParse(schema, request);
  return parsed?.success ? { name, request: parsed.output } : null;
}
