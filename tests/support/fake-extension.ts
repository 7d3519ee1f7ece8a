/** A browser for the background's tests: storage, permissions, tabs and scripts in memory, every call recorded. */

import fakeBrowser from './fake-browser.ts';

export const extensionUrl = 'chrome-extension://newsgloss/';

/** As it was created; a browser makes `scheduledTime` of it. */
interface Alarm {
  delayInMinutes?: number;
  periodInMinutes?: number;
  scheduledTime?: number;
}

export interface FakeExtension {
  /** Origins that the reader granted. */
  granted: string[];
  tabs: { id: number; url: string }[];
  /** What was sent to tabs, as `tab id, call`. */
  sent: [number, string][];
  /** Tabs that have a content script. */
  listening: Set<number>;
  registered: { id: string; matches: string[]; excludeMatches: string[] }[];
  injected: number[];
  styled: number[];
  /** The worker gets no further than to the open tabs, as when the browser kills it there. */
  isKilled: boolean;
  alarms: Map<string, Alarm>;
}

/** Puts a fresh fake behind `webextension-polyfill`. */
export function installFakeExtension(): FakeExtension {
  const state: FakeExtension = {
    granted: [],
    tabs: [],
    sent: [],
    listening: new Set(),
    registered: [],
    injected: [],
    styled: [],
    isKilled: false,
    alarms: new Map(),
  };
  const covers = (pattern: string, url: string): boolean => {
    const [, scheme = '', host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
    const { protocol, hostname } = new URL(url);
    return (scheme === '*' || `${scheme}:` === protocol) && (host === '*' || host === hostname);
  };
  Object.assign(fakeBrowser, {
    runtime: { id: 'newsgloss', getURL: (path: string) => extensionUrl + path },
    i18n: { getUILanguage: () => 'en-GB' },
    storage: { local: fakeStorageArea(), session: fakeStorageArea() },
    permissions: {
      getAll: async () => ({ origins: [...state.granted] }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) =>
          state.granted.some(
            (each) => each === origin || covers(each, origin.replace('*://', 'https://').replace('/*', '/')),
          ),
        ),
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) =>
        state.tabs.filter((tab) => !url || url.some((pattern) => covers(pattern, tab.url))),
      sendMessage: async (tabId: number, { name }: { name: string }) => {
        if (!state.listening.has(tabId))
          throw new Error('Could not establish connection. Receiving end does not exist.');
        state.sent.push([tabId, name]);
        return { ok: true, value: {} };
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...state.registered],
      unregisterContentScripts: async () => {
        if (state.registered.length === 0) throw new Error('Nonexistent script ID');
        state.registered = [];
      },
      registerContentScripts: async (scripts: FakeExtension['registered']) => {
        if (state.registered.length > 0) throw new Error('Duplicate script ID');
        state.registered = [...scripts];
      },
      insertCSS: async ({ target }: { target: { tabId: number } }) => {
        if (state.isKilled) await new Promise(() => {});
        state.styled.push(target.tabId);
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        state.injected.push(target.tabId);
      },
    },
    alarms: {
      get: async (name: string) => {
        const alarm = state.alarms.get(name);
        return alarm && { scheduledTime: Date.now() + (alarm.delayInMinutes ?? 0) * 60_000, ...alarm };
      },
      create: async (name: string, times: Alarm) => void state.alarms.set(name, times),
      clear: async (name: string) => state.alarms.delete(name),
    },
  });
  return state;
}

function fakeStorageArea() {
  const stored = new Map<string, unknown>();
  return {
    get: async (key: string) => ({ [key]: structuredClone(stored.get(key)) }),
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) stored.set(key, structuredClone(value));
    },
    remove: async (key: string) => void stored.delete(key),
  };
}
