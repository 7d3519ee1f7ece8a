import browser from 'webextension-polyfill';
import { type BackgroundCallName, pageMayAsk } from '../messages/surface.ts';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/**
 * Says whether a sender may ask a call: the extension's own pages everything, a content script only what marking its
 * page needs. A content script shares its process with a page that may have attacked it.
 */
export function mayAsk(
  name: BackgroundCallName,
  sender: Pick<Sender, 'id' | 'url' | 'tab' | 'frameId'>,
): boolean {
  if (sender.id !== browser.runtime.id || !sender.url) return false;
  if (sender.url.startsWith(browser.runtime.getURL(''))) return true;
  return sender.tab !== undefined && (pageMayAsk as readonly BackgroundCallName[]).includes(name);
}
