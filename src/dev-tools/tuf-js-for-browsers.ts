import type { Plugin } from 'vite';
import { buildModule } from './build-module.ts';
import { projectPath } from './project-paths.ts';

const shim = (name: string) => projectPath(`src/sync/tuf/shims/${name}.ts`);
const shims = new Map([
  ['fs', shim('node-fs')],
  ['path', shim('node-path')],
  ['util', shim('node-util')],
  ['crypto', shim('node-crypto')],
]);
/** Small stand-ins for what tuf-js imports and does not need here. */
const standIns = new Map([
  ['url', 'export const URL = globalThis.URL; export default { URL: globalThis.URL };'],
  ['debug', 'export default () => () => {};'],
  ['./fetcher', 'export class DefaultFetcher {}'],
]);
const ofTufJs = /node_modules[\\/](tuf-js|@tufjs)[\\/]/;
const prefix = '\0tuf-js-stand-in:';

/** Puts shims in the place of Node's modules, for what tuf-js and @tufjs/models import and for nothing else. */
export function tufJsForBrowsers(): Plugin {
  return {
    name: 'newsgloss:tuf-js-for-browsers',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer || !ofTufJs.test(importer)) return null;
      const path = shims.get(id);
      if (path) return path;
      return standIns.has(id) ? prefix + id : null;
    },
    load(id) {
      return id.startsWith(prefix) ? (standIns.get(id.slice(prefix.length)) ?? null) : null;
    },
    transform(code, id) {
      if (!ofTufJs.test(id) || !/\bBuffer\./.test(code)) return null;
      return `const { NodeBuffer: Buffer } = require(${JSON.stringify(shim('node-buffer'))});\n${code}`;
    },
  };
}

let built: Promise<string> | null = null;

/** For tests in Node: src/sync/tuf/tuf-js.ts is the bundle that browsers would get. */
export function tufJsAsInBrowsers(): Plugin {
  const entry = 'src/sync/tuf/tuf-js.ts';
  const module = projectPath(entry).replaceAll('\\', '/');
  return {
    name: 'newsgloss:tuf-js-as-in-browsers',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (!id.endsWith('/tuf-js.ts')) return null;
      const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (resolved?.id !== module) return null;
      built ??= buildModule({ entry, name: 'tuf-js', plugins: [tufJsForBrowsers()] });
      return built;
    },
  };
}
