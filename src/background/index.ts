/**
 * The background worker's entry: listeners only. All are registered before the first `await`, because the browser
 * kills the worker at will and wakes it for the event that it then delivers.
 */

import browser, { type Runtime } from 'webextension-polyfill';
import { answer } from '../messages/answer.ts';
import { parseBackgroundMessage } from '../messages/parse-message.ts';
import { askPage, NobodyListensError } from '../messages/send.ts';
import { handleCall } from './handle-call.ts';
import { mayAsk } from './may-ask.ts';
import { ensureSchedule, syncAlarmName, workCutOff } from './schedule.ts';
import { coverGrantedSites, tellTabs, updateContentScripts } from './sites.ts';
import { prepare, syncAll } from './sync-packs.ts';

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const call = parseBackgroundMessage(message);
  // Not ours, malformed, or asked by a context that may not: no answer, as if nobody listened.
  if (!call || !mayAsk(call.name, sender)) return undefined;
  return answer(() => handleCall(call, sender));
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  run(async () => {
    if (reason === 'install') {
      await browser.tabs.create({ url: browser.runtime.getURL('src/onboarding/index.html') });
    }
    await syncAll();
  });
});

browser.runtime.onStartup.addListener(() => {
  run(prepare);
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === syncAlarmName) run(syncAll);
  run(async () => {
    const work = await workCutOff(name);
    if (work === 'sync') await syncAll();
    if (work === 'tabs') await coverGrantedSites();
  });
});

browser.permissions.onAdded.addListener(() => {
  run(coverGrantedSites);
});

browser.permissions.onRemoved.addListener(() => {
  run(async () => {
    await updateContentScripts();
    // The addresses of these tabs can no longer be asked for: every page looks for itself whether it may go on.
    await tellTabs('reannotate');
  });
});

browser.commands.onCommand.addListener((command) => {
  if (command !== 'next-link' && command !== 'previous-link') return;
  run(async () => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    try {
      await askPage(tab.id, 'stepToLink', { direction: command === 'next-link' ? 'next' : 'previous' });
    } catch (error) {
      if (!(error instanceof NobodyListensError)) throw error;
    }
  });
});

// At each start of the worker, not only when the browser says so: an event whose handling was cut short does not come again.
run(ensureSchedule);
run(coverGrantedSites);

/** Listeners cannot await: what fails in them is reported in the console, where a bug report can find it. */
function run(task: () => Promise<unknown>): void {
  task().catch((error: unknown) => console.error('Newsgloss:', error));
}
