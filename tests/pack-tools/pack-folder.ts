import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A temporary folder with these files, gone after the test. */
export async function temporaryFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A good `pack.yaml`. */
export const header = (id: string): string =>
  `id: ${id}\ntitle: Test pack\npublisher: Tester\nlicence: CC0-1.0\nsequence: 1\n`;

export const citations = `citations:
  gazette: { publisher: Gazette, title: A report, published: 2025-11-23 }
`;

/** The folder of a pack called `demo`; `records.yaml` has the given text below its citations. */
export async function demoPack(
  records: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const root = await temporaryFolder({
    'demo/pack.yaml': header('demo'),
    'demo/records.yaml': citations + records,
    ...files,
  });
  return join(root, 'demo');
}
