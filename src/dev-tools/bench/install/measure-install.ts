import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CDPSession, chromium } from 'playwright-core';
import { serveFolder } from '../../../pack-tools/serve-folder.ts';
import { describeMissingBrowser, findBrowser } from '../../find-browser.mjs';
import { buildBenchScripts } from '../browser/build-bench-scripts.ts';
import type { BenchInstall, InstallRun } from '../browser/page/bench-install-entry.ts';
import { memoryOf } from '../browser/process-memory.ts';

export interface InstallFigures extends InstallRun {
  readonly step: string;
  /** Of the files that were fetched. */
  readonly bytes: number;
  /** Processor time of the page's process, and of the whole browser with its database. */
  readonly pageSeconds: number;
  readonly browserSeconds: number;
  /** Most memory of all the browser's processes above what they had before; null where the system does not tell. */
  readonly memoryBytes: number | null;
}

const steps = [
  ['a first installation', '1'],
  ['1 % changed, by a patch', '2'],
  ['1 % changed, without a patch', '3'],
  ['nothing new', '3'],
] as const;
const pollMs = 100;

/** Installs the versions that `writeInstallSources` wrote into `folder`, one after the other, in a Chromium. */
export async function measureInstall(folder: string): Promise<InstallFigures[]> {
  await buildBenchScripts({ 'bench-install': 'page/bench-install-entry.ts' }, folder);
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="bench-install.js"></script>',
  );
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(describeMissingBrowser('chromium'));
  const server = await serveFolder(folder);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    headless: true,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${server.url}index.html`);
    const browser = context.browser();
    const session = await (browser ? browser.newBrowserCDPSession() : context.newCDPSession(page));
    const figures: InstallFigures[] = [];
    for (const [step, source] of steps) {
      const requestsBefore = server.requests.length;
      const before = await readProcesses(session);
      const peak = watchMemory(before);
      const run = await page.evaluate(
        (url) =>
          (globalThis as unknown as { newsglossInstall: BenchInstall }).newsglossInstall.installFrom(url),
        `${server.url}${source}/`,
      );
      const memoryBytes = peak();
      const after = await readProcesses(session);
      const fetched = server.requests.slice(requestsBefore);
      figures.push({
        ...run,
        step,
        bytes: fetched.reduce((sum, path) => sum + sizeOf(join(folder, path)), 0),
        pageSeconds: cpuSeconds(after, 'renderer') - cpuSeconds(before, 'renderer'),
        browserSeconds: cpuSeconds(after) - cpuSeconds(before),
        memoryBytes,
      });
    }
    return figures;
  } finally {
    await context.close();
    await server.close();
  }
}

interface BrowserProcess {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

async function readProcesses(session: CDPSession): Promise<readonly BrowserProcess[]> {
  return (await session.send('SystemInfo.getProcessInfo')).processInfo;
}

function cpuSeconds(processes: readonly BrowserProcess[], type?: string): number {
  return processes
    .filter((each) => type === undefined || each.type === type)
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Stops watching and returns the most memory seen above the first. */
function watchMemory(processes: readonly BrowserProcess[]): () => number | null {
  const total = (): number | null => {
    const each = processes.map(({ id }) => memoryOf(String(id)));
    return each.some((bytes) => bytes !== null)
      ? each.reduce((sum: number, bytes) => sum + (bytes ?? 0), 0)
      : null;
  };
  const first = total();
  let most = first;
  const timer = setInterval(() => {
    most = Math.max(most ?? 0, total() ?? 0);
  }, pollMs);
  return () => {
    clearInterval(timer);
    return first === null || most === null ? null : most - first;
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
