/** Entry of the content script. It may be injected more than once into one page; the first one keeps the page. */

import browser from 'webextension-polyfill';
import { parsePageMessage } from '../messages/parse-message.ts';
import { PageSession } from './page-session.ts';
import { removeLeftHosts } from './remove-left-hosts.ts';

/** The page cannot see it: content scripts have a global object of their own. */
const sessionKey = Symbol.for('newsgloss session');
const isolatedWorld = globalThis as { [sessionKey]?: PageSession };

const former = isolatedWorld[sessionKey];
if (former?.isExtensionAlive) void former.start();
else if (isHtml(document)) startSession(former);

function startSession(orphan: PageSession | undefined): void {
  const session = new PageSession({ document, isExtensionAlive });
  isolatedWorld[sessionKey] = session;
  browser.runtime.onMessage.addListener((message: unknown) => {
    const call = parsePageMessage(message);
    return call ? session.answerCall(call) : undefined;
  });
  orphan?.stop();
  removeLeftHosts(document);
  void session.start();
}

function isHtml({ contentType }: Document): boolean {
  return contentType === 'text/html' || contentType === 'application/xhtml+xml';
}

/** False once the extension was updated, reloaded or removed while this page stayed open. */
function isExtensionAlive(): boolean {
  return (browser.runtime as typeof browser.runtime | undefined)?.id !== undefined;
}
