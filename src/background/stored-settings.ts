/** The reader's settings in `storage.local`: they must survive the loss of the database. */

import browser from 'webextension-polyfill';
import { parseSettings, type Settings } from '../model/settings.ts';

const key = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return parseSettings(stored[key]);
}

/** The settings after the change; fields that are not valid keep their old values. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const before = await readSettings();
  const valid = Object.entries(change).filter(([name, value]) => isValid(name, value));
  const after = parseSettings({ ...before, ...Object.fromEntries(valid) });
  await browser.storage.local.set({ [key]: after });
  return after;
}

/** A value is valid when parsing keeps it. */
function isValid(name: string, value: unknown): boolean {
  const parsed: Record<string, unknown> = parseSettings({ [name]: value });
  return JSON.stringify(parsed[name]) === JSON.stringify(value);
}
