import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPacks } from '../../src/pack-tools/build-packs.ts';
import { serveFolder } from '../../src/pack-tools/serve-folder.ts';

interface InventedSource {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Publishes the pack anew, with a person, an accord, two plans of twelve points and, where wanted, a place that no bundled pack knows. */
  publish(edition: { sequence: number; withPlace: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** A source of one made-up pack on this machine, with its first edition published. */
export async function serveInventedSource(): Promise<InventedSource> {
  const folder = await mkdtemp(join(tmpdir(), 'newsgloss-source-'));
  const packFolder = join(folder, 'invented');
  const out = join(folder, 'out');
  const publish: InventedSource['publish'] = async ({ sequence, withPlace }) => {
    await mkdir(packFolder, { recursive: true });
    await writeFile(join(packFolder, 'pack.yaml'), packFile(sequence));
    await writeFile(join(packFolder, 'records.yaml'), recordsFile(withPlace));
    await buildPacks({ folders: [packFolder], out, publisher: 'The Invented Press' });
  };
  await publish({ sequence: 1, withPlace: false });
  const server = await serveFolder(out);
  return {
    url: server.url,
    publish,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

const packFile = (sequence: number): string => `id: invented
title: An invented country
publisher: The Invented Press
licence: CC0-1.0
sequence: ${sequence}
`;

const recordsFile = (withPlace: boolean): string => `citations:
  gazette:
    publisher: The Invented Press
    title: Gazette of the first of November
    published: 2025-11-01
records:
  - id: newsgloss:ilvane-korrath
    kind: person
    label: Ilvane Korrath
    familyNames: { en: [Korrath] }
    statements:
      - role: Chancellor of the invented country
        from: 2025-01-01
        citations: [gazette]
  - id: newsgloss:harbour-plan
    kind: plan
    label: Harbour plan
    description: A plan of twelve points for the harbours.
    statements:
      - pointCount: 12
        citations: [gazette]
  - id: newsgloss:river-plan
    kind: plan
    label: River plan
    description: A plan of twelve points for the river.
    statements:
      - pointCount: 12
        citations: [gazette]
  - id: newsgloss:brackwater-accord
    kind: plan
    label: Brackwater Accord
    statements:
      - status: signed
        from: 2025-11-01
        citations: [gazette]
${
  withPlace
    ? `  - id: newsgloss:ostremark
    kind: place
    label: Ostremark
    statements:
      - fact: A country on a river
        citations: [gazette]
`
    : ''
}`;
