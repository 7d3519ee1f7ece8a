import { fileURLToPath } from 'node:url';

/** What the extension is built for: Chromium and its kin, or Firefox. */
export type Target = 'chrome' | 'firefox';

/** The absolute path of a file or folder of the project. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export function targetFolder(target: Target): string {
  return projectPath(`dist/${target}`);
}
