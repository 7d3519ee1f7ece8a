import browser from 'webextension-polyfill';

export const syncAlarmName = 'sync';

/** News changes by the hour, reference data by the day. */
const periodMinutes = 6 * 60;

/** Makes sure that the sync alarm exists: browsers may lose alarms on restart and update. */
export async function ensureSchedule(): Promise<void> {
  if (await browser.alarms.get(syncAlarmName)) return;
  // Spread over the first hour, so that a publisher's readers do not all ask in the same minute.
  const delayInMinutes = 5 + Math.random() * 55;
  await browser.alarms.create(syncAlarmName, { periodInMinutes: periodMinutes, delayInMinutes });
}
