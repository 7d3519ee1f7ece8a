import { beforeEach, expect, test, vi } from 'vitest';
import fakeBrowser from '../support/fake-browser.ts';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension.ts';

let extension: FakeExtension;
let schedule: typeof import('../../src/background/schedule.ts');

/** As after the browser killed the worker: what it held in memory is gone. */
async function wake(): Promise<void> {
  vi.resetModules();
  Object.assign((await import('../support/fake-browser.ts')).default, fakeBrowser);
  schedule = await import('../../src/background/schedule.ts');
}

const never = () => new Promise<never>(() => {});
const resumeAlarm = () => extension.alarms.get('resume-sync');

beforeEach(async () => {
  extension = installFakeExtension();
  await wake();
});

test('the sync alarm is set once, within the first hour', async () => {
  await schedule.ensureSchedule();
  const first = extension.alarms.get('sync');
  expect(first).toMatchObject({ periodInMinutes: 360 });
  await schedule.ensureSchedule();
  expect(extension.alarms.get('sync')).toBe(first);
});

test('a sync alarm that was set while the clock was a year ahead is set anew', async () => {
  const soon = { periodInMinutes: 360, scheduledTime: Date.now() + 6 * 3_600_000 };
  extension.alarms.set('sync', soon);
  await schedule.ensureSchedule();
  expect(extension.alarms.get('sync')).toBe(soon);
  const farAway = { periodInMinutes: 360, scheduledTime: Date.now() + 365 * 24 * 3_600_000 };
  extension.alarms.set('sync', farAway);
  await schedule.ensureSchedule();
  expect(extension.alarms.get('sync')).not.toBe(farAway);
});

test('work that ends leaves no alarm, whether it succeeds or fails', async () => {
  expect(await schedule.resumable('sync', async () => resumeAlarm())).toEqual({ delayInMinutes: 0.5 });
  expect(resumeAlarm()).toBeUndefined();
  await expect(schedule.resumable('sync', () => Promise.reject(new Error('no disk')))).rejects.toThrow(
    'no disk',
  );
  expect(resumeAlarm()).toBeUndefined();
});

test('the first of two works that ends leaves the alarm to the other', async () => {
  void schedule.resumable('sync', never);
  await schedule.resumable('sync', async () => undefined);
  expect(resumeAlarm()).toEqual({ delayInMinutes: 0.5 });
});

test('work that takes long is not begun again when the alarm rings, and the alarm is set anew', async () => {
  void schedule.resumable('sync', never);
  await vi.waitFor(() => expect(resumeAlarm()).toBeDefined());
  extension.alarms.clear();
  expect(await schedule.workCutOff('resume-sync')).toBe(null);
  expect(resumeAlarm()).toEqual({ delayInMinutes: 0.5 });
});

test('a sync that was cut off is taken up although open tabs are being seen to', async () => {
  void schedule.resumable('sync', never);
  await vi.waitFor(() => expect(resumeAlarm()).toBeDefined());
  await wake();
  void schedule.resumable('tabs', never);
  expect(await schedule.workCutOff('resume-sync')).toBe('sync');
  expect(await schedule.workCutOff('resume-tabs')).toBe(null);
  expect(await schedule.workCutOff('sync')).toBe(null);
});

test('work that is cut off again and again is tried less and less often, until it ends once', async () => {
  for (const delayInMinutes of [0.5, 1, 2, 4]) {
    void schedule.resumable('sync', never);
    await vi.waitFor(() => expect(resumeAlarm()).toEqual({ delayInMinutes }));
    await wake();
    extension.alarms.clear();
    expect(await schedule.workCutOff('resume-sync')).toBe('sync');
  }
  await schedule.resumable('sync', async () => undefined);
  void schedule.resumable('sync', never);
  await vi.waitFor(() => expect(resumeAlarm()).toEqual({ delayInMinutes: 0.5 }));
});
