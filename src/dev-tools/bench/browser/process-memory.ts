import { readdirSync, readFileSync } from 'node:fs';

/**
 * Bytes of memory (proportional set size) of the process below this one whose command line has an argument; null when
 * there is none, or the system does not tell.
 */
export function memoryOfProcess(argument: string): number | null {
  for (const id of processIds()) {
    const commandLine = readProcess(id, 'cmdline').split('\0');
    // A Chromium of Debian writes all arguments into one.
    if (!commandLine.some((each) => each.split(' ').includes(argument)) || !isBelowThis(id)) continue;
    const bytes = memoryOf(id);
    if (bytes !== null) return bytes;
  }
  return null;
}

/** The same of the process with this number. */
export function memoryOf(id: string): number | null {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readProcess(id, 'smaps_rollup'))?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : null;
}

function isBelowThis(id: string): boolean {
  for (let at = id; at !== '' && at !== '0'; at = parentOf(at)) if (at === String(process.pid)) return true;
  return false;
}

/** The parent is the second word behind the name, which is in brackets and may hold anything. */
const parentOf = (id: string): string => readProcess(id, 'stat').split(') ').at(-1)?.split(' ')[1] ?? '';

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    // Not Linux.
    return [];
  }
}

function readProcess(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    // The process has ended, or is another user's.
    return '';
  }
}
