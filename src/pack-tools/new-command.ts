import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { safeParse } from 'valibot';
import { packIdSchema } from '../model/record-schema.ts';
import { type PackSubcommand, UsageError } from './pack-subcommand.ts';
import { writeSchemas } from './schema-command.ts';
import { starterFiles } from './starter-files.ts';

/** Where a pack keeps the schemas that its files name in their first lines. */
const schemaFolder = '.schema';

/** Makes a pack that builds at once, with comments that say how to go on. */
export const newCommand: PackSubcommand = {
  usage: 'new NAME',
  summary: 'make a pack to start from, in a new folder NAME',
  options: {},
  needs: { count: 1, what: 'the name of the new pack, such as "harbour-dispute"' },
  async run({ positionals: [typed = ''], resolvePath }) {
    const folder = resolvePath(typed);
    const id = basename(folder);
    if (!safeParse(packIdSchema, id).success) {
      throw new UsageError(`"${id}" is no name for a pack; use lower-case words joined by hyphens.`);
    }
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new UsageError(`${folder} is there already; nothing was changed. Choose another name.`);
    });
    for (const [name, text] of Object.entries(starterFiles(id))) await writeFile(join(folder, name), text);
    await writeSchemas(join(folder, schemaFolder));
    return [
      `Made ${folder}. Next:`,
      `  npm run pack -- check ${typed}`,
      `  npm run pack -- preview ${typed} ${join(typed, 'example-article.txt')}`,
    ].join('\n');
  },
};
