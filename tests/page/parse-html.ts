import { JSDOM, VirtualConsole } from 'jsdom';

/** The document of some HTML, as the command line parses it: scripts off, and silent about style sheets. */
export function parseHtml(html: string, url = 'https://news.example/'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}
