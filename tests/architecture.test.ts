import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  isNoDrawer,
  isPure,
  isShort,
  keepsToItsArrows,
  leavesBrowserToItsOwners,
  leavesDatabaseToStore,
  leavesDocumentAlone,
  leavesNetworkToSync,
  leavesNodeToItsTools,
  makesNoMarkupFromStrings,
  type Rule,
  type SourceFile,
} from './support/architecture-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources: SourceFile[] = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(tsx?|mjs)$/.test(path))
  .map((path) => ({ path, source: readFileSync(root + path, 'utf8') }));

interface RuleCase {
  readonly sentence: string;
  readonly rule: Rule;
  /** Path, source, and what the rule says. A rule that says nothing to these guards nothing. */
  readonly bad: readonly (readonly [path: string, source: string, finding: string])[];
  readonly good: readonly (readonly [path: string, source: string])[];
}

const cases: readonly RuleCase[] = [
  {
    sentence: 'a room imports only the rooms that its arrow points at',
    rule: keepsToItsArrows,
    bad: [
      ['src/engine/a.ts', "import { b } from '../store/b.ts';", 'engine imports src/store/b.ts'],
      ['src/model/a.ts', "import type { B } from '../engine/b.ts';", 'model imports src/engine/b.ts'],
      ['src/content/a.ts', "export * from '../linking/b.ts';", 'content imports src/linking/b.ts'],
      ['src/page/a.ts', "const b = await import('../content/b.ts');", 'page imports src/content/b.ts'],
      ['src/ui/a.ts', "type B = import('../store/b.ts').B;", 'ui imports src/store/b.ts'],
      ['src/background/a.ts', "import '../dev-tools/b.ts';", 'background imports src/dev-tools/b.ts'],
      ['src/linking/languages/en.ts', "import '../../engine/b.ts';", 'linking imports src/engine/b.ts'],
      ['src/popup/a.tsx', "import '../options/b.ts';", 'popup imports src/options/b.ts'],
      ['src/store/a.ts', "import '../../tests/b.ts';", 'imports tests/b.ts, which is not in src'],
      ['src/cellar/a.ts', '', 'cellar is no room of the design'],
    ],
    good: [
      ['src/engine/a.ts', "import type { B } from '../model/b.ts';"],
      ['src/linking/languages/en.ts', "import { b } from '../number-words.ts'; import '../../model/c.ts';"],
      ['src/dev-tools/a.ts', "import { b } from '../pack-tools/b.ts';"],
      ['src/store/a.ts', "// import '../sync/b.ts'\nconst text = \"import '../sync/b.ts'\";"],
    ],
  },
  {
    sentence: 'only the store opens databases',
    rule: leavesDatabaseToStore,
    bad: [
      ['src/sync/a.ts', "indexedDB.open('x');", 'uses indexedDB'],
      ['src/background/a.ts', "globalThis.indexedDB.open('x');", 'uses indexedDB'],
      ['src/popup/a.ts', "import { openDB } from 'idb';", 'imports idb'],
    ],
    good: [['src/store/a.ts', "import { openDB } from 'idb'; indexedDB;"]],
  },
  {
    sentence: 'only syncing and the tools reach the network',
    rule: leavesNetworkToSync,
    bad: [
      ['src/content/a.ts', "await fetch('https://example.org');", 'uses fetch'],
      ['src/background/a.ts', 'start({ fetch });', 'uses fetch'],
      ['src/ui/a.ts', 'new WebSocket(address);', 'uses WebSocket'],
      ['src/popup/a.ts', 'navigator.sendBeacon(address);', 'uses sendBeacon'],
    ],
    good: [
      ['src/sync/a.ts', 'await fetch(address);'],
      ['src/background/a.ts', 'await source.fetch(path);'],
    ],
  },
  {
    sentence: "only messages, the background and entry files use the browser's extension interfaces",
    rule: leavesBrowserToItsOwners,
    bad: [
      [
        'src/popup/site-bar.tsx',
        "import browser from 'webextension-polyfill';",
        'imports webextension-polyfill',
      ],
      ['src/content/paint.ts', 'chrome.runtime.id;', 'uses chrome'],
    ],
    good: [
      ['src/popup/index.tsx', "import browser from 'webextension-polyfill';"],
      ['src/content/index.iife.ts', "import browser from 'webextension-polyfill';"],
      ['src/background/sites.ts', "import browser from 'webextension-polyfill';"],
    ],
  },
  {
    sentence: 'only the command-line tools use Node',
    rule: leavesNodeToItsTools,
    bad: [
      ['src/page/a.ts', "import { readFile } from 'node:fs/promises';", 'imports node:fs/promises'],
      ['src/sync/a.ts', 'process.env.HOME;', 'uses process'],
    ],
    good: [['src/pack-tools/a.ts', "import { readFile } from 'node:fs/promises'; process.argv;"]],
  },
  {
    sentence: 'a document is changed only where things are drawn',
    rule: leavesDocumentAlone,
    bad: [
      ['src/page/a.ts', 'node.append(other);', 'calls append()'],
      ['src/page/a.ts', 'node?.remove();', 'calls remove()'],
      ['src/page/a.ts', "element.setAttribute('title', '');", 'calls setAttribute()'],
      ['src/page/a.ts', 'element.normalize();', 'calls normalize()'],
      ['src/engine/a.ts', "element.textContent = '';", 'sets textContent'],
      ['src/store/a.ts', 'document.adoptedStyleSheets = [];', 'sets adoptedStyleSheets'],
    ],
    good: [
      ['src/page/a.ts', "const text = element.textContent; text.normalize('NFKC');"],
      ['src/page/a.ts', 'class A { #append() {} add() { this.#append(); } }'],
      ['src/content/a.ts', 'document.documentElement.append(host);'],
    ],
  },
  {
    sentence: 'no markup and no code is made from strings',
    rule: makesNoMarkupFromStrings,
    bad: [
      ['src/ui/a.ts', 'element.innerHTML = text;', 'uses innerHTML'],
      ['src/ui/a.ts', "element['innerHTML'] = text;", 'uses innerHTML'],
      ['src/ui/a.tsx', '<p dangerouslySetInnerHTML={text} />;', 'uses dangerouslySetInnerHTML'],
      ['src/ui/a.ts', "h('p', { dangerouslySetInnerHTML: text });", 'uses dangerouslySetInnerHTML'],
      ['src/content/a.ts', "element.insertAdjacentHTML('beforeend', text);", 'uses insertAdjacentHTML'],
      ['src/content/a.ts', 'new Function(text);', 'uses Function'],
    ],
    good: [['src/ui/a.tsx', '<p>{text}</p>; type Run = Function;']],
  },
  {
    sentence: 'engine, linking and model give the same answer every time and say nothing',
    rule: isPure,
    bad: [
      ['src/engine/a.ts', 'Date.now();', 'uses Date.now'],
      ['src/model/a.ts', 'new Date();', 'uses new Date()'],
      ['src/linking/a.ts', 'Math.random();', 'uses Math.random'],
      ['src/linking/a.ts', 'console.log(text);', 'uses console'],
      ['src/model/a.ts', 'document.title;', 'uses document'],
    ],
    good: [
      ['src/model/a.ts', 'new Date(text); Date.UTC(2025, 0); Math.max(1, 2); page.document;'],
      ['src/background/a.ts', 'Date.now();'],
    ],
  },
  {
    sentence: 'a file has at most 400 lines',
    rule: isShort,
    bad: [['src/ui/a.ts', 'x;\n'.repeat(401), 'has 401 lines']],
    good: [['src/ui/a.ts', 'x;\n'.repeat(400)]],
  },
  {
    sentence: 'no file or folder is a drawer',
    rule: isNoDrawer,
    bad: [
      ['src/ui/utils.ts', '', 'is called utils.ts'],
      ['src/store/helpers/a.ts', '', 'is called helpers'],
      ['src/model/common.ts', '', 'is called common.ts'],
      ['src/page/misc.tsx', '', 'is called misc.tsx'],
    ],
    good: [['src/engine/common-words.ts', '']],
  },
];

test('there are source files to judge', () => {
  expect(sources.length).toBeGreaterThan(50);
});

describe.each(cases)('$sentence', ({ rule, bad, good }) => {
  for (const [path, source, finding] of bad) {
    test(`in ${path}, ${shorten(source)}`, () => {
      expect(rule({ path, source })).toEqual([finding]);
    });
  }

  for (const [path, source] of good) {
    test(`not in ${path}, ${shorten(source)}`, () => {
      expect(rule({ path, source })).toEqual([]);
    });
  }

  test('all of src keeps it', () => {
    const findings = sources.flatMap((file) => rule(file).map((finding) => `${file.path} ${finding}`));
    expect(findings).toEqual([]);
  });
});

const shorten = (source: string): string => source.replace(/\s+/g, ' ').slice(0, 60).trim() || 'nothing';
