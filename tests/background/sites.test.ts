import { beforeEach, expect, test, vi } from 'vitest';
import {
  coverGrantedSites,
  runInOpenTabs,
  setSiteEnabled,
  siteOf,
  siteStateOf,
  updateContentScripts,
} from '../../src/background/sites.ts';
import { type FakeExtension, installFakeExtension } from '../support/fake-extension.ts';

let extension: FakeExtension;
beforeEach(() => {
  extension = installFakeExtension();
});

test.each([
  ['https://www.example.org/a?b#c', 'www.example.org'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['about:blank', null],
  ['chrome://extensions/', null],
  ['file:///tmp/a.html', null],
  ['not an address', null],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

test('without any grant no script is registered', async () => {
  await updateContentScripts();
  expect(extension.registered).toEqual([]);
});

test('the script runs on granted sites, except those switched off', async () => {
  extension.granted = ['*://*/*'];
  await setSiteEnabled('quiet.example', false);
  expect(extension.registered).toMatchObject([
    { matches: ['*://*/*'], excludeMatches: ['*://quiet.example/*'] },
  ]);
});

test('the style sheet of the marks is in the page from its start on, and comes to open tabs before the script', async () => {
  extension.granted = ['*://a.example/*'];
  extension.tabs = [{ id: 1, url: 'https://a.example/story' }];
  await coverGrantedSites();
  expect(extension.registered).toMatchObject([
    { css: ['src/content/marks.css'], js: ['src/content/index.iife.js'] },
  ]);
  expect(extension.styled).toEqual([1]);
});

test('many changes at once end in one registration', async () => {
  extension.granted = ['https://a.example/*'];
  await Promise.all([updateContentScripts(), updateContentScripts(), updateContentScripts()]);
  expect(extension.registered).toHaveLength(1);
});

test('a new grant starts the script in open tabs of that site only', async () => {
  extension.tabs = [
    { id: 1, url: 'https://a.example/story' },
    { id: 2, url: 'https://b.example/' },
  ];
  await runInOpenTabs(['*://a.example/*']);
  expect(extension.injected).toEqual([1]);
});

test('a grant whose event was lost with a killed worker is made up for once', async () => {
  extension.granted = ['*://a.example/*'];
  extension.tabs = [
    { id: 1, url: 'https://a.example/story' },
    { id: 2, url: 'https://b.example/' },
  ];
  await coverGrantedSites();
  expect(extension.registered).toMatchObject([{ matches: ['*://a.example/*'] }]);
  expect(extension.injected).toEqual([1]);
  await coverGrantedSites();
  expect(extension.injected).toEqual([1]);
});

test('a worker that is killed between registering the script and starting it in open tabs does so when it wakes', async () => {
  extension.granted = ['*://a.example/*'];
  extension.tabs = [{ id: 1, url: 'https://a.example/story' }];
  extension.isKilled = true;
  void coverGrantedSites();
  await vi.waitFor(() => expect(extension.registered).toHaveLength(1));
  expect(extension.injected).toEqual([]);
  extension.isKilled = false;
  await coverGrantedSites();
  expect(extension.injected).toEqual([1]);
  await coverGrantedSites();
  expect(extension.injected).toEqual([1]);
});

test('switching a site off stops its tabs, switching it on starts them again', async () => {
  extension.granted = ['*://*/*'];
  extension.tabs = [
    { id: 1, url: 'https://a.example/story' },
    { id: 2, url: 'https://a.example/no-script-there' },
    { id: 3, url: 'https://b.example/' },
  ];
  extension.listening = new Set([1, 3]);
  await coverGrantedSites();
  extension.injected = [];
  await setSiteEnabled('a.example', false);
  expect(extension.sent).toEqual([[1, 'stop']]);
  expect(await siteStateOf('https://a.example/story')).toEqual({
    site: 'a.example',
    origin: '*://a.example/*',
    isGranted: true,
    isEnabled: false,
  });
  await setSiteEnabled('a.example', true);
  expect(extension.injected).toEqual([1, 2]);
});
