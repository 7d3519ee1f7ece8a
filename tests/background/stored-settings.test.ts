import { beforeEach, expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../src/background/stored-settings.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { installFakeExtension } from '../support/fake-extension.ts';

beforeEach(() => {
  installFakeExtension();
});

test('a new reader has the defaults', async () => {
  expect(await readSettings()).toEqual(defaultSettings);
});

test('a change is kept and leaves the rest alone', async () => {
  await changeSettings({ theme: 'dark' });
  await changeSettings({ mentions: 'all' });
  expect(await readSettings()).toEqual({ ...defaultSettings, theme: 'dark', mentions: 'all' });
});

test('a value that is none is not taken', async () => {
  await changeSettings({ theme: 'dark' });
  expect(await changeSettings({ theme: 'pink' as never, unknown: 1 } as never)).toEqual({
    ...defaultSettings,
    theme: 'dark',
  });
});
