/** The design's rules about source files, each a function from one file to what is wrong with it. */

import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface SourceFile {
  /** From the repository's root, with `/`: `src/engine/find-mentions.ts`. */
  readonly path: string;
  readonly source: string;
}

/** Sentences, each naming what was found; empty when the file keeps the rule. */
export type Rule = (file: SourceFile) => readonly string[];

/** Which rooms a room may import, besides itself. */
const arrows: Record<string, readonly string[]> = {
  model: [],
  engine: ['model'],
  linking: ['model'],
  store: ['model'],
  sync: ['store', 'model'],
  messages: ['model'],
  background: ['sync', 'store', 'engine', 'linking', 'messages', 'model'],
  page: ['model'],
  content: ['page', 'ui', 'messages', 'model'],
  ui: ['model'],
  popup: ['ui', 'messages', 'store', 'model'],
  options: ['ui', 'messages', 'store', 'model'],
  onboarding: ['ui', 'messages', 'store', 'model'],
  // The preview draws the reader's own card.
  'pack-tools': ['page', 'engine', 'linking', 'sync', 'ui', 'model'],
};
const everything = Object.keys(arrows);
const pureRooms = ['engine', 'linking', 'model'];

export const keepsToItsArrows: Rule = (file) => {
  const room = roomOf(file.path);
  const allowed = room === 'dev-tools' ? everything : arrows[room];
  if (!allowed) return [`${room} is no room of the design`];
  return importsOf(file).flatMap(({ specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(file.path), specifier);
    const targetRoom = roomOf(target);
    if (!target.startsWith('src/')) return [`imports ${target}, which is not in src`];
    return targetRoom === room || allowed.includes(targetRoom) ? [] : [`${room} imports ${target}`];
  });
};

export const leavesDatabaseToStore: Rule = (file) =>
  // The tools look at what the store has written without its help.
  ['store', 'dev-tools'].includes(roomOf(file.path))
    ? []
    : [...uses(file, ['indexedDB', 'IDBKeyRange']), ...imports(file, /^idb($|\/)/)];

export const leavesNetworkToSync: Rule = (file) =>
  ['sync', 'pack-tools', 'dev-tools'].includes(roomOf(file.path))
    ? []
    : uses(file, ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'importScripts']);

export const leavesBrowserToItsOwners: Rule = (file) =>
  ['messages', 'background', 'dev-tools'].includes(roomOf(file.path)) ||
  /\/index(\.iife)?\.tsx?$/.test(file.path)
    ? []
    : [...uses(file, ['chrome']), ...imports(file, /^webextension-polyfill$/)];

export const leavesNodeToItsTools: Rule = (file) =>
  ['pack-tools', 'dev-tools'].includes(roomOf(file.path))
    ? []
    : [...uses(file, ['process', 'Buffer', '__dirname']), ...imports(file, /^node:/)];

/** Names of the DOM's own ways to change a document. The rooms concerned give such a name to private methods at most. */
const mutatingMethods = [
  ...['append', 'prepend', 'appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'replaceChildren'],
  ...['replaceWith', 'remove', 'setAttribute', 'removeAttribute', 'toggleAttribute', 'insertAdjacentElement'],
  ...['insertAdjacentText', 'attachShadow', 'normalize', 'splitText', 'insertNode', 'surroundContents'],
  ...['deleteContents', 'extractContents', 'insertRule', 'replaceSync'],
];
const mutatingProperties = [
  'textContent',
  'innerText',
  'nodeValue',
  'className',
  'adoptedStyleSheets',
  'hidden',
];

export const leavesDocumentAlone: Rule = (file) => {
  if (!['page', 'store', 'sync', ...pureRooms].includes(roomOf(file.path))) return [];
  const found: string[] = [];
  visit(file, (node) => {
    const call = node.type === 'CallExpression' ? memberName(node.callee) : null;
    // Strings are normalised too, with the form as argument or none; documents only without.
    const isOfString = call === 'normalize' && (node.arguments as unknown[]).length > 0;
    if (call && mutatingMethods.includes(call) && !isOfString) found.push(`calls ${call}()`);
    const assigned = node.type === 'AssignmentExpression' ? memberName(node.left) : null;
    if (assigned && mutatingProperties.includes(assigned)) found.push(`sets ${assigned}`);
  });
  return found;
};

const markupNames = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'setHTMLUnsafe', 'srcdoc'],
  ...['createContextualFragment', 'writeln', 'eval', 'Function'],
];

export const makesNoMarkupFromStrings: Rule = (file) => {
  const found: string[] = [];
  visit(file, (node) => {
    const names = [
      memberName(node),
      node.type === 'JSXAttribute' ? nameOf(node.name) : null,
      node.type === 'Property' ? nameOf(node.key) : null,
      node.type === 'CallExpression' || node.type === 'NewExpression' ? nameOf(node.callee) : null,
    ];
    const name = names.find((each) => each !== null && markupNames.includes(each));
    if (name) found.push(`uses ${name}`);
  });
  return found;
};

export const isPure: Rule = (file) => {
  if (!pureRooms.includes(roomOf(file.path))) return [];
  const found = uses(file, [
    'console',
    'performance',
    'crypto',
    'document',
    'window',
    'navigator',
    'setTimeout',
  ]);
  visit(file, (node) => {
    const object = node.type === 'MemberExpression' ? nameOf(node.object) : null;
    const member = memberName(node);
    if (object === 'Date' && member === 'now') found.push('uses Date.now');
    if (object === 'Math' && member === 'random') found.push('uses Math.random');
    const isNewDate = node.type === 'NewExpression' && nameOf(node.callee) === 'Date';
    if (isNewDate && (node.arguments as unknown[]).length === 0) found.push('uses new Date()');
  });
  return found;
};

export const isShort: Rule = ({ source }) => {
  const lines = source.trimEnd().split('\n').length;
  return lines > 400 ? [`has ${lines} lines`] : [];
};

export const isNoDrawer: Rule = ({ path }) => {
  const drawer = path.split('/').find((part) => /^(utils?|helpers?|misc|common|shared)(\.|$)/i.test(part));
  return drawer ? [`is called ${drawer}`] : [];
};

/** `src/engine/…` gives `engine`. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function imports(file: SourceFile, pattern: RegExp): string[] {
  return importsOf(file).flatMap(({ specifier }) =>
    pattern.test(specifier) ? [`imports ${specifier}`] : [],
  );
}

/** Everything a file imports: also types, re-exports and imports at run time. */
function importsOf(file: SourceFile): { specifier: string }[] {
  const found: { specifier: string }[] = [];
  visit(file, (node) => {
    const isImport = /^(Import(Declaration|Expression)|TSImportType|Export(Named|All)Declaration)$/.test(
      node.type,
    );
    const specifier = isImport && (node.source as { value?: unknown } | null)?.value;
    if (typeof specifier === 'string') found.push({ specifier });
  });
  return found;
}

/** The mentions of global names, also as members of the global object; names of properties are not mentions. */
function uses(file: SourceFile, names: readonly string[]): string[] {
  const found: string[] = [];
  visit(file, (node, parent, role) => {
    const isProperty = parent?.computed !== true && (role === 'property' || role === 'key');
    if (isType(node)) return;
    if (node.type === 'Identifier' && names.includes(String(node.name)) && !isProperty) {
      found.push(`uses ${String(node.name)}`);
    }
    const member = memberName(node);
    const isGlobal = ['globalThis', 'window', 'self', 'navigator'].includes(nameOf(node.object) ?? '');
    if (member && names.includes(member) && isGlobal) found.push(`uses ${member}`);
  });
  return found;
}

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** Calls `look` for each node with the node around it and its place in that; names of types are no use of values. */
function visit(
  { path, source }: SourceFile,
  look: (node: Node, parent: Node | null, role: string) => void,
): void {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const walk = (value: unknown, parent: Node | null, role: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, parent, role);
    } else if (isNode(value)) {
      look(value, parent, role);
      for (const [name, child] of Object.entries(value)) walk(child, value, name);
    }
  };
  walk(program, null, '');
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const isType = ({ type }: Node): boolean => type.startsWith('TS');

function memberName(value: unknown): string | null {
  return isNode(value) && value.type === 'MemberExpression' ? nameOf(value.property) : null;
}

function nameOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Identifier' || value.type === 'JSXIdentifier') return String(value.name);
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
}
