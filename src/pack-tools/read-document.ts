/** Reads a file or standard input as the document to annotate. */

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { EdtfDate } from '../model/edtf-date.ts';
import type { Language } from '../model/record.ts';
import { readPage } from '../page/read-page.ts';

export interface ArticleDocument {
  readonly title: string | null;
  readonly publishedAt: EdtfDate | null;
  /** Where the page gives its date, for people; null without one. */
  readonly dateReason: string | null;
  readonly language: Language | null;
  readonly text: string;
}

/** The input cannot be annotated; the message is one sentence that says why and what to do. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** Larger than any article: parsing more would take minutes and gigabytes. */
const maxBytes = 10_000_000;

/** The document in a file, or on standard input for `-`. @throws {DocumentError} */
export async function readDocument(path: string): Promise<ArticleDocument> {
  const name = path === '-' ? 'standard input' : path;
  const bytes = fromUtf16(await readBytes(path, name));
  if (bytes.length > maxBytes) {
    throw new DocumentError(
      `${name} has ${(bytes.length / 1e6).toFixed(1)} MB; annotate reads up to ${maxBytes / 1e6} MB, so save the article alone.`,
    );
  }
  if (bytes.toString('latin1').trim() === '')
    throw new DocumentError(`${name} is empty; give it an article.`);
  if (bytes.includes(0) || bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new DocumentError(`${name} is a binary file; give annotate HTML or plain text.`);
  const document = isHtml(path, bytes) ? await readHtml(bytes, name) : readText(bytes, name);
  if (document.text.trim() === '') {
    throw new DocumentError(
      `${name} has no text that a reader would read; is the article loaded by a script?`,
    );
  }
  return document;
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    return path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new DocumentError(`${name} ${why}.`, { cause });
  }
}

/** Bytes that begin with the byte order mark of UTF-16, as UTF-8; all others as they are. */
function fromUtf16(bytes: Buffer): Buffer {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : null;
  return encoding ? Buffer.from(new TextDecoder(encoding).decode(bytes)) : bytes;
}

/** Deeper than any page; parsing more takes minutes and then overflows the stack. */
const maxDepth = 2_000;
/** Elements that HTML lets authors leave open, and those that have no content, do not make a page deep. */
const flatElements =
  /^(?:area|base|br|col|colgroup|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;

/** Says whether more elements are open at some place than any page has. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, element = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (flatElements.test(element)) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > maxDepth) return true;
  }
  return false;
}

function isHtml(path: string, bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4_096).toString('latin1');
  return /\.x?html?$/i.test(path) || /<(!doctype\s+html|html|head|body|article|p|h1)[\s>]/i.test(head);
}

async function readHtml(bytes: Buffer, name: string): Promise<ArticleDocument> {
  if (isTooDeep(bytes.toString('latin1'))) {
    throw new DocumentError(
      `${name} has elements nested more than ${maxDepth} deep; save the article alone.`,
    );
  }
  // Loaded only for HTML: it takes longer than annotating a text.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  let dom: InstanceType<typeof JSDOM>;
  try {
    // Without a listener jsdom would print every style sheet that it cannot parse.
    dom = new JSDOM(utf8Text(bytes) ?? bytes, { virtualConsole: new VirtualConsole() });
  } catch (cause) {
    throw new DocumentError(`${name} cannot be parsed as HTML.`, { cause });
  }
  const page = readPage(dom.window.document, null);
  const { title, published, language, collected } = page;
  const { date: publishedAt = null, reason: dateReason = null } = published ?? {};
  const document = { title, publishedAt, dateReason, language, text: collected.text };
  dom.window.close();
  return document;
}

function readText(bytes: Buffer, name: string): ArticleDocument {
  const text = utf8Text(bytes);
  if (text === null) {
    throw new DocumentError(`${name} is not UTF-8 text; save it as UTF-8 or give annotate its HTML.`);
  }
  const title = text.split('\n').find((line) => line.trim() !== '') ?? null;
  return { title: title?.trim() ?? null, publishedAt: null, dateReason: null, language: null, text };
}

/**
 * The text of bytes that are valid UTF-8, or null. Bytes of another encoding hardly ever are, so this is surer than what a
 * page declares late or not at all; the HTML parser looks for a declaration in all others.
 */
function utf8Text(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
