import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPageFrom } from '../../src/dev-tools/ask-extension.ts';
import type { ExtensionBrowser } from '../../src/dev-tools/extension-browser.ts';
import { launchBrowser } from '../../src/dev-tools/launch-browser.ts';
import { type OpenSample, openSample } from '../../src/dev-tools/open-sample.ts';
import { waitUntil } from '../../src/dev-tools/wait-until.ts';
import { annotateText, type Knowledge } from '../../src/linking/annotate-text.ts';
import { loadKnowledge } from '../../src/pack-tools/load-knowledge.ts';
import { readDocument } from '../../src/pack-tools/read-document.ts';
import { type ServedFolder, serveFolder } from '../../src/pack-tools/serve-folder.ts';
import { sharedPath } from '../support/shared.ts';

const folder = sharedPath('pages');
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

/** What is compared: the article's date, and how often each record and each unknown plan is mentioned. */
type Found = { published: string | null; mentions: Record<string, number> };

describe.skipIf(!folder).each(['chromium', 'firefox'] as const)(
  'real news pages in %s (skipped without the development files)',
  (name) => {
    let browser: ExtensionBrowser;
    let sample: OpenSample;
    let server: ServedFolder;
    let knowledge: Knowledge;

    beforeAll(async () => {
      browser = await launchBrowser(name);
      sample = await openSample(browser);
      // Their own scripts would look for servers that are not there and change the pages in the meantime.
      server = await serveFolder(folder ?? '', { contentSecurityPolicy: "script-src 'none'" });
      knowledge = await loadKnowledge([]);
    });
    afterAll(async () => {
      await browser?.close();
      await sample?.close();
      await server?.close();
    });

    test.each(files)('%s has the links that the command finds', async (file) => {
      const expected = await linksOfCommand(join(folder ?? '', file));
      const url = server.url + encodeURIComponent(file);
      const page = await browser.openPage(url);
      const found = await linksOfExtension(url, expected);
      await page.close();
      expect(found).toEqual(expected);
    });

    async function linksOfCommand(path: string): Promise<Found> {
      const { text, language, publishedAt } = await readDocument(path);
      const input = { text, language, asOf: publishedAt, contextIds: [] };
      const { links, unresolvedPlans } = await annotateText(input, knowledge);
      return {
        published: publishedAt,
        mentions: count([...links.map(({ id }) => id), ...unresolvedPlans.map(quoteOf)]),
      };
    }

    /** The last answer of the page; its annotation is waited for as long as it differs. */
    async function linksOfExtension(url: string, expected: Found): Promise<Found | null> {
      let found: Found | null = null;
      const look = async (): Promise<boolean> => {
        const summary = await askPageFrom(sample.options, url, 'getPageSummary', {}).catch(() => null);
        if (!summary) return false;
        const ids = summary.links.flatMap(({ id, indices }) => indices.map(() => id));
        found = {
          published: summary.published?.date ?? null,
          mentions: count([...ids, ...summary.unresolvedPlans.map(quoteOf)]),
        };
        return JSON.stringify(found) === JSON.stringify(expected);
      };
      await waitUntil(look, 'The links differ', 10_000).catch(() => undefined);
      return found;
    }
  },
);

const quoteOf = ({ quote }: { quote: string }): string => quote;

function count(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of [...ids].sort()) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
