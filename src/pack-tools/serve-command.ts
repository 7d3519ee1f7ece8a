import { sourceIndexName } from '../model/pack.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { sha256Of } from './publish/signed-file.ts';
import { folderFiles } from './publish/site-files.ts';
import { serveFolder } from './serve-folder.ts';

/** Serves a built or a published folder on this machine until it is stopped, for trying it in a browser. */
export const serveCommand: PackSubcommand = {
  usage: 'serve SITE [--port PORT]',
  summary: 'serve a built or published folder on this machine, to subscribe to it',
  options: { port: { type: 'string' } },
  needs: { count: 1, what: 'the folder that was built or published' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const folder = call.resolvePath(typed);
    const end = await addressEnd(folder);
    const server = await serveFolder(folder, {
      port: parsePort(textOption(call, 'port')),
      signal: call.signal,
    });
    return `Serving ${folder}. Add this source in the extension's options (stop with Ctrl+C):\n  ${server.url}${end}`;
  },
};

/** How the address of a published folder ends, so that a browser knows whose it is; empty for one that is not signed. */
async function addressEnd(folder: string): Promise<string> {
  const files = folderFiles(folder);
  const root = await files.read('metadata/1.root.json');
  if (root && (await files.read('metadata/timestamp.json'))) return `#root=sha256:${sha256Of(root)}`;
  if (await files.read(sourceIndexName)) return '';
  throw new UsageError(`${folder} has no ${sourceIndexName}; build packs into it first, or publish.`);
}

/** 0 asks for any free port. @throws {UsageError} */
export function parsePort(text: string | null): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port; give a number from 1 to 65535.`);
}
