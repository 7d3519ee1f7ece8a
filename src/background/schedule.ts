import browser from 'webextension-polyfill';

export const syncAlarmName = 'sync';

/** News changes by the hour, reference data by the day. */
const periodMinutes = 6 * 60;

/**
 * Makes sure that the sync alarm is to come: browsers may lose alarms on restart and update, and one that was set while the
 * device's clock was wrong may be a year away.
 */
export async function ensureSchedule(): Promise<void> {
  const alarm = await browser.alarms.get(syncAlarmName);
  if (alarm && alarm.scheduledTime <= Date.now() + periodMinutes * 60_000) return;
  // Spread over the first hour, so that a publisher's readers do not all ask in the same minute.
  const delayInMinutes = 5 + Math.random() * 55;
  await browser.alarms.create(syncAlarmName, { periodInMinutes: periodMinutes, delayInMinutes });
}

/** What is taken up again when the browser kills the worker in the middle of it. Each has an alarm and a count of its own. */
export type ResumableWork = 'sync' | 'tabs';

const alarmPrefix = 'resume-';
/** The shortest that Chromium allows; doubled each time that the work was cut off again. */
const resumeMinutes = 0.5;

const unfinished: Record<ResumableWork, number> = { sync: 0, tabs: 0 };

/**
 * Runs work that must not wait for the next sync when it is cut off: an alarm is set meanwhile and cleared at the end, so
 * that it wakes a worker that finds the work undone.
 */
export async function resumable<T>(kind: ResumableWork, work: () => Promise<T>): Promise<T> {
  unfinished[kind]++;
  try {
    await setResumeAlarm(kind);
    return await work();
  } finally {
    unfinished[kind]--;
    if (unfinished[kind] === 0) {
      await browser.alarms.clear(alarmPrefix + kind);
      await browser.storage.session.set({ [cutOffKey(kind)]: 0 });
    }
  }
}

/** The work that an alarm of this name calls for, or null: it is another alarm, or the work is under way and just takes long. */
export async function workCutOff(alarmName: string): Promise<ResumableWork | null> {
  const kind = (['sync', 'tabs'] as const).find((each) => alarmName === alarmPrefix + each);
  if (!kind) return null;
  if (unfinished[kind] > 0) {
    await setResumeAlarm(kind);
    return null;
  }
  await browser.storage.session.set({ [cutOffKey(kind)]: (await timesCutOff(kind)) + 1 });
  return kind;
}

async function setResumeAlarm(kind: ResumableWork): Promise<void> {
  const delayInMinutes = resumeMinutes * 2 ** (await timesCutOff(kind));
  await browser.alarms.create(alarmPrefix + kind, { delayInMinutes });
}

const cutOffKey = (kind: ResumableWork): string => `timesCutOff-${kind}`;

async function timesCutOff(kind: ResumableWork): Promise<number> {
  const stored = (await browser.storage.session.get(cutOffKey(kind)))[cutOffKey(kind)];
  // Ten doublings are more than the time between two syncs.
  return typeof stored === 'number' ? Math.min(stored, 10) : 0;
}
