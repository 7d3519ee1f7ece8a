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

export const resumeAlarmName = 'resume';

/** The shortest that Chromium allows; doubled each time that the work was cut off again. */
const resumeMinutes = 0.5;
const cutOffKey = 'timesCutOff';

let unfinished = 0;

/**
 * Runs work that must not wait for the next sync when the browser kills the worker in the middle of it: an alarm is set
 * meanwhile and cleared at the end, so that it wakes a worker that finds the work undone.
 */
export async function resumable<T>(work: () => Promise<T>): Promise<T> {
  unfinished++;
  try {
    await setResumeAlarm();
    return await work();
  } finally {
    unfinished--;
    if (unfinished === 0) {
      await browser.alarms.clear(resumeAlarmName);
      await browser.storage.session.set({ [cutOffKey]: 0 });
    }
  }
}

/** Whether work was cut off and is to be taken up, now that the alarm has rung; it may also just take long. */
export async function wasCutOff(): Promise<boolean> {
  if (unfinished > 0) {
    await setResumeAlarm();
    return false;
  }
  await browser.storage.session.set({ [cutOffKey]: (await timesCutOff()) + 1 });
  return true;
}

async function setResumeAlarm(): Promise<void> {
  const delayInMinutes = resumeMinutes * 2 ** (await timesCutOff());
  await browser.alarms.create(resumeAlarmName, { delayInMinutes });
}

async function timesCutOff(): Promise<number> {
  const stored = (await browser.storage.session.get(cutOffKey))[cutOffKey];
  // Ten doublings are more than the time between two syncs.
  return typeof stored === 'number' ? Math.min(stored, 10) : 0;
}
