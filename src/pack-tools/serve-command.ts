import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceIndexName } from '../model/pack.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { serveFolder } from './serve-folder.ts';

/** Serves a built source on this machine until it is stopped, for trying it in a browser. */
export const serveCommand: PackSubcommand = {
  usage: 'serve SITE [--port PORT]',
  summary: 'serve a built folder on this machine, to subscribe to it',
  options: { port: { type: 'string' } },
  needs: { count: 1, what: 'the folder that was built' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const folder = call.resolvePath(typed);
    if (!existsSync(join(folder, sourceIndexName))) {
      throw new UsageError(`${folder} has no ${sourceIndexName}; build packs into it first.`);
    }
    const server = await serveFolder(folder, {
      port: parsePort(textOption(call, 'port')),
      signal: call.signal,
    });
    return `Serving ${folder}. Add this source in the extension's options (stop with Ctrl+C):\n  ${server.url}`;
  },
};

/** 0 asks for any free port. @throws {UsageError} */
export function parsePort(text: string | null): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port; give a number from 1 to 65535.`);
}
