import { documentElementOf, localNameOf } from '../page/read-node.ts';

/** Firefox lets content scripts into closed shadow roots: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * Removes the host elements that a former Newsgloss left in the page. Firefox ends the content scripts of an extension
 * that is updated or reloaded without a word to them; in Chromium they live on and clean up after themselves.
 */
export function removeLeftHosts(document: Document): void {
  const root = documentElementOf(document);
  if (!root) return;
  for (const element of Array.from(root.children)) {
    if (localNameOf(element) !== 'div') continue;
    const shadowRoot = (element as FirefoxElement).openOrClosedShadowRoot;
    if (shadowRoot?.querySelector('.ng-surface > .ng-announcement')) element.remove();
  }
}
