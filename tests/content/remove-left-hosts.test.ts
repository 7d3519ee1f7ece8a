import { afterEach, expect, test } from 'vitest';
import { CardHost } from '../../src/content/card-host.tsx';
import { removeLeftHosts } from '../../src/content/remove-left-hosts.ts';

afterEach(() => {
  for (const element of document.querySelectorAll('html > div')) element.remove();
});

test('what an ended Newsgloss left goes, what is the page’s own stays', () => {
  const attach = Element.prototype.attachShadow;
  // Firefox offers this to content scripts.
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const shadowRoot = attach.call(this, init);
    Object.defineProperty(this, 'openOrClosedShadowRoot', { value: shadowRoot });
    return shadowRoot;
  };
  const host = new CardHost(document);
  host.setTheme('system');
  const own = document.createElement('div');
  own.attachShadow({ mode: 'closed' }).innerHTML = '<p>The page’s</p>';
  document.documentElement.append(own);
  Element.prototype.attachShadow = attach;
  removeLeftHosts(document);
  expect(host.element.isConnected).toBe(false);
  expect(own.isConnected).toBe(true);
});
