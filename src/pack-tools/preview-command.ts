import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import open from 'open';
import { isEdtfDate } from '../model/edtf-date.ts';
import { formatProblem, PackSourceError } from './pack-problem.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { previewArticle } from './preview-article.ts';
import { renderPreview, renderProblems } from './preview-page.tsx';
import { DocumentError } from './read-document.ts';
import { parsePort } from './serve-command.ts';
import { listen } from './serve-folder.ts';

/** Shows an article as a reader of the pack would see it. Each reload of the page reads pack and article again. */
export const previewCommand: PackSubcommand = {
  usage: 'preview DIR ARTICLE [--as-of DATE] [--out FILE] [--port PORT]',
  summary: 'open an article with the marks and cards of a pack',
  options: { 'as-of': { type: 'string' }, out: { type: 'string' }, port: { type: 'string' } },
  needs: { count: 2, what: "a pack's folder and an article (HTML or text)" },
  async run(call) {
    const [folder = '', file = ''] = call.positionals.map((path) => call.resolvePath(path));
    const asOf = textOption(call, 'as-of');
    if (asOf !== null && !isEdtfDate(asOf)) {
      throw new UsageError(`--as-of ${asOf} is no date; write 2025, 2025-11 or 2025-11-23.`);
    }
    const render = async (): Promise<string> => renderPreview(await previewArticle({ folder, file, asOf }));
    const first = await readable(render);
    const out = textOption(call, 'out');
    if (out) {
      await writeFile(call.resolvePath(out), first);
      return `Wrote ${call.resolvePath(out)}`;
    }
    const server = createServer(async (request, response) => {
      const isPage = new URL(request.url ?? '/', 'http://localhost').pathname === '/';
      response.writeHead(isPage ? 200 : 404, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        // Nothing but the page's own styles: whatever pack and article hold, it stays text.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      });
      response.end(isPage ? await orProblems(render) : '');
    });
    const url = await listen(server, parsePort(textOption(call, 'port')));
    const close = (): void => {
      server.close();
      server.closeAllConnections();
    };
    call.signal.addEventListener('abort', close, { once: true });
    // Where there is no screen the address is enough.
    await open(url).catch(() => undefined);
    return `${url}\nReload the page after a change to the pack. Stop with Ctrl+C.`;
  },
};

/** What cannot be shown at all ends the command. @throws {UsageError} */
async function readable(render: () => Promise<string>): Promise<string> {
  try {
    return await render();
  } catch (error) {
    if (error instanceof DocumentError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** While somebody edits, the pack is broken now and then: the page says how, and the server stays. */
async function orProblems(render: () => Promise<string>): Promise<string> {
  try {
    return await render();
  } catch (error) {
    if (error instanceof PackSourceError) return renderProblems(error.problems.map(formatProblem));
    if (error instanceof DocumentError) return renderProblems([error.message]);
    throw error;
  }
}
