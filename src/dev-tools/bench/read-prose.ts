import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../project-paths.ts';

const fewestWords = 8;
/**
 * Marks stand alone and words of one or two letters are followed by none: what an abbreviation is, and which runs of marks
 * join the words of a name, are questions that contestants need not agree on.
 */
const plainSentence = /^[A-Z][A-Za-z0-9 ,.;:!?'"()-]*[a-z]{3}[.!?]$/;
const openQuestion = /[ '-]{2}|\b[A-Za-z0-9]{1,2}[.]/;

interface LockedPackage {
  readonly os?: unknown;
  readonly cpu?: unknown;
  readonly optional?: boolean;
}

/**
 * English paragraphs that people wrote: those of the documents of all packages that this project installs on every
 * machine, so that the lockfile decides what they are. Code, links and lists of names are left out; each comes once.
 */
export function readProse(): string[] {
  const lock = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const paragraphs = new Set<string>();
  for (const [folder, { os, cpu, optional }] of Object.entries(lock.packages).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (folder === '' || os || cpu || optional || !existsSync(projectPath(folder))) continue;
    const documents = readdirSync(projectPath(folder)).filter((name) => /\.md$/i.test(name));
    for (const name of documents.sort()) {
      const text = readFileSync(projectPath(`${folder}/${name}`), 'utf8');
      for (const paragraph of paragraphsOf(text)) paragraphs.add(paragraph);
    }
  }
  return [...paragraphs];
}

function paragraphsOf(markdown: string): string[] {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .split(/\n\s*\n|\n(?=\s*[-+]\s)/)
    .map((part) =>
      part
        .replace(/^\s*[-+>]\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(
      (part) => plainSentence.test(part) && !openQuestion.test(part) && part.split(' ').length >= fewestWords,
    );
}
