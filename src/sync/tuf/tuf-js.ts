/**
 * tuf-js for browsers. Every build runs it through the plugin in src/dev-tools/tuf-js-for-browsers.ts, which puts the shims
 * next to this file in the place of Node's modules.
 */
export { DownloadHTTPError } from 'tuf-js/dist/error.js';
export { Updater } from 'tuf-js/dist/updater.js';
export { NodeBuffer } from './shims/node-buffer.ts';
export { filesInMemory } from './shims/node-fs.ts';
