/** What the reader chose. Kept on the device only. */

import * as v from 'valibot';
import { type RecordKind, recordKinds } from './record.ts';

const settingsSchema = v.object({
  /** Hosts on which marking is switched off although access is granted. */
  disabledSites: v.array(v.string()),
  /** Kinds that are marked on pages. */
  kinds: v.array(v.picklist(recordKinds)),
  /** Language of cards; null follows the browser. */
  language: v.nullable(v.string()),
  theme: v.picklist(['system', 'light', 'dark']),
  /** How marks look: a quiet underline or a background tint. */
  markStyle: v.picklist(['underline', 'tint']),
  /** `first` marks a record's first mention in each section, `all` every mention. */
  mentions: v.picklist(['first', 'all']),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
export type Theme = Settings['theme'];
export type MarkStyle = Settings['markStyle'];

export const defaultSettings: Settings = {
  disabledSites: [],
  kinds: [...recordKinds] as RecordKind[],
  language: null,
  theme: 'system',
  markStyle: 'underline',
  mentions: 'first',
};

/** The settings in `value`; a field that is missing or damaged takes its default, so that nothing else is lost. */
export function parseSettings(value: unknown): Settings {
  const stored = typeof value === 'object' && value !== null ? value : {};
  const merged: Record<string, unknown> = { ...defaultSettings };
  for (const [name, schema] of Object.entries(settingsSchema.entries)) {
    const result = v.safeParse(schema, (stored as Record<string, unknown>)[name]);
    if (result.success) merged[name] = result.output;
  }
  return merged as Settings;
}
