/** `npm run bench`: the engine and its peers on the same names and text, side by side. `docs/performance.md` explains it. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostNames, readBenchNames } from './bench/bench-names.ts';
import { type BenchOptions, BenchUsageError, parseBenchOptions, usage } from './bench/bench-options.ts';
import type { BenchResult, SizeResult } from './bench/bench-result.ts';
import { articleGap, writeBenchArticles } from './bench/bench-text.ts';
import { formatBrowserResult } from './bench/browser/format-browser-result.ts';
import { plotBrowser } from './bench/browser/plot-browser.ts';
import { runBrowserBench } from './bench/browser/run-browser-bench.ts';
import { currentLoad, describeMachine, readVersions } from './bench/describe-machine.ts';
import { formatResult } from './bench/format-result.ts';
import { formatAnnotationCost, measureAnnotation } from './bench/measure-annotation.ts';
import { measureSize } from './bench/measure-size.ts';
import { plotRates } from './bench/plot-rates.ts';
import { buildBenchEngine } from './build-bench-engine.ts';
import { projectPath } from './project-paths.ts';

try {
  const options = parseBenchOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-bench-'));
  try {
    const { parts, jsonPath, plotPath } = options;
    const engine = parts.includes('engine') ? await runBench(options, folder) : null;
    if (engine) console.log(formatResult(engine));
    const annotation = engine ? await measureAnnotation(longArticle(), options.rounds) : null;
    if (annotation) console.log(formatAnnotationCost(annotation));
    const browser = parts.includes('browser') ? await runBrowserBench({ ...options, folder, say }) : null;
    if (browser) console.log(formatBrowserResult(browser));
    const result = { ...engine, ...(annotation && { annotation }), ...(browser && { browser }) };
    if (jsonPath) writeFileSync(jsonPath, `${JSON.stringify(result, null, 2)}\n`);
    if (plotPath && engine) writeFileSync(plotPath, plotRates(engine));
    if (plotPath && browser) {
      writeFileSync(engine ? plotPath.replace(/(\.svg)?$/, '-browser.svg') : plotPath, plotBrowser(browser));
    }
    const isAgreed = (engine?.sizes ?? []).every(({ contestants }) =>
      contestants.every((each) => each.type === 'skipped' || each.difference === null),
    );
    if (!isAgreed) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
} catch (error) {
  if (!(error instanceof BenchUsageError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}

async function runBench(options: BenchOptions, folder: string): Promise<BenchResult> {
  const loadBefore = currentLoad();
  await buildBenchEngine();
  const names = readBenchNames(mostNames);
  const articles = writeBenchArticles(names, options.characters);
  const articleEnds: number[] = [];
  let length = 0;
  for (const article of articles) {
    length += article.length;
    articleEnds.push(length);
    length += articleGap.length;
  }
  writeFileSync(join(folder, 'text.txt'), articles.join(articleGap));
  // Read back, so that it is one flat string here as in the contestants' processes.
  const text = readFileSync(join(folder, 'text.txt'), 'utf8');
  const { rounds } = options;
  const limitMilliseconds = options.limitSeconds * 1000;
  const sizes: SizeResult[] = [];
  for (const count of options.sizes) {
    sizes.push(
      await measureSize({ names, count, text, articleEnds, rounds, limitMilliseconds, folder, say }),
    );
  }
  return {
    date: new Date().toISOString(),
    machine: describeMachine(loadBefore),
    versions: readVersions(),
    rounds,
    dictionary: {
      averageLength: names.reduce((sum, name) => sum + name.length, 0) / names.length,
      shareOfSeveralWords: names.filter((name) => /[ '’-]/.test(name)).length / names.length,
      sha256: sha256(names.join('\n')),
    },
    text: { characters: text.length, sha256: sha256(text) },
    sizes,
  };
}

/** The sample article again and again, as an article's text: 100 KB. */
function longArticle(): string {
  const html = readFileSync(projectPath('src/dev-tools/sample-article.html'), 'utf8');
  const prose = [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const text = `${prose.join('\n\n')}\n\n`;
  return text.repeat(Math.ceil(100_000 / text.length)).slice(0, 100_000);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
