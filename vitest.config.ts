import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { tufJsAsInBrowsers } from './src/dev-tools/tuf-js-for-browsers.ts';

const fakeBrowser = fileURLToPath(new URL('tests/support/fake-browser.ts', import.meta.url));
const alias = { 'webextension-polyfill': fakeBrowser };

/** `unit` runs the pure rooms and the store in Node, `dom` what draws, `browser` drives real Chromium and Firefox. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [tufJsAsInBrowsers()],
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout: 30_000,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/{ui,popup,options,onboarding,content}/**'],
        },
      },
      {
        plugins: [preact()],
        resolve: { alias },
        test: {
          name: 'dom',
          testTimeout: 30_000,
          environment: 'happy-dom',
          include: ['tests/{ui,popup,options,onboarding,content}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/build-extension.ts'],
          // Longer than what tests wait for, so that a wait that fails can say for what.
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
