import { cp, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { injectedStyleSheet } from './src/content/painters/mark-styles.ts';
import { tufJsForBrowsers } from './src/dev-tools/tuf-js-for-browsers.ts';

type Target = 'chrome' | 'firefox';

/** Where crxjs puts the content script; the background registers it under this path for the sites a reader grants. */
const contentScriptPath = 'src/content/index.iife.js';
/** Registered with it. */
const markStylesPath = 'src/content/marks.css';
const packsFolder = fileURLToPath(new URL('dist/packs', import.meta.url));

/**
 * `vite build --mode chrome` and `--mode firefox` build `dist/chrome` and `dist/firefox`; the packs must be built before.
 * `--mode chrome-failpoints` builds `dist/chrome-failpoints`, which tests can stop at the places that src/sync/failpoints.ts names.
 */
export default defineConfig(({ mode }) => {
  const target = mode.startsWith('firefox') ? 'firefox' : 'chrome';
  const hasFailpoints = mode.endsWith('-failpoints');
  const outDir = `dist/${target}${hasFailpoints ? '-failpoints' : ''}`;
  return {
    logLevel: 'warn',
    define: { 'globalThis.newsglossFailpoints': String(hasFailpoints) },
    plugins: [
      preact(),
      tufJsForBrowsers(),
      crx({ manifest: manifestFor(target), browser: target }),
      registerContentScriptAtRunTime(),
      copyPacks(`${outDir}/packs`),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome128' : 'firefox142',
      sourcemap: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { onboarding: 'src/onboarding/index.html' },
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
  };
});

/** The manifest with only those keys that the target knows. */
function manifestFor(target: Target): ManifestV3Export {
  const { background, minimum_chrome_version, browser_specific_settings, ...shared } = manifest;
  const { service_worker, scripts, ...both } = background;
  return (
    target === 'chrome'
      ? { ...shared, minimum_chrome_version, background: { ...both, service_worker } }
      : { ...shared, browser_specific_settings, background: { ...both, scripts } }
  ) as ManifestV3Export;
}

/**
 * Takes the content script out of the manifest again, which lists it only so that it is bundled: it must run on granted
 * sites alone.
 */
function registerContentScriptAtRunTime(): Plugin & {
  renderCrxManifest(manifest: Record<string, unknown>, bundle: Record<string, unknown>): unknown;
} {
  return {
    name: 'newsgloss:register-content-script-at-run-time',
    enforce: 'post',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: markStylesPath, source: injectedStyleSheet() });
    },
    renderCrxManifest(manifest, bundle) {
      if (!(contentScriptPath in bundle)) throw new Error(`The build has no ${contentScriptPath}.`);
      const background = JSON.stringify(
        Object.values(bundle).map((file) => (file as { code?: string }).code),
      );
      for (const path of [contentScriptPath, markStylesPath]) {
        if (!background.includes(path)) throw new Error(`Nothing registers ${path}.`);
      }
      delete manifest.content_scripts;
      delete manifest.web_accessible_resources;
      return manifest;
    },
  };
}

/** Puts the built packs into the extension: the bundled source is a folder of files like any other source. */
function copyPacks(to: string): Plugin {
  return {
    name: 'newsgloss:copy-packs',
    async closeBundle() {
      if (!(await stat(packsFolder).catch(() => null)))
        throw new Error('Build the packs first: npm run build.');
      await cp(packsFolder, to, { recursive: true });
    },
  };
}
