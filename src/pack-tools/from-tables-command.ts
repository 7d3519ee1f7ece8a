import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOfFile } from './from-wikidata-command.ts';
import { writeImport } from './import-folder.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { readRecipe } from './wikidata/read-recipe.ts';
import { countriesByItem } from './world/countries-by-item.ts';

/** Makes a pack out of the tables of all parts of a dump. */
export const fromTablesCommand: PackSubcommand = {
  usage: 'from-tables TABLES --out OUT [--recipe NAME_OR_FILE] [--date DATE]',
  summary: 'make a pack out of the Parquet tables of a dump',
  options: { out: { type: 'string' }, recipe: { type: 'string' }, date: { type: 'string' } },
  needs: { count: 1, what: 'the folder with the tables' },
  async run(call) {
    const typedOut = textOption(call, 'out');
    if (!typedOut) throw new UsageError('Say where to write the pack: --out OUT');
    const [typed = ''] = call.positionals;
    const folder = call.resolvePath(typed);
    const names = existsSync(folder) ? await readdir(folder) : [];
    const first = names.find((name) => /^drafts-.*\.parquet$/.test(name));
    if (!first) throw new UsageError(`${folder} holds no tables; make them with wikidata-tables.`);
    const recipe = await readRecipe(call);
    const dumpDate = textOption(call, 'date') ?? (await dateOfFile(join(folder, first)));
    const countries = recipe.countries === 'world' ? countriesByItem() : new Map<string, string>();
    const out = call.resolvePath(typedOut);
    const { recordsOfTables } = await import('./wikidata/tables.ts');
    const count = await writeImport(out, recipe.pack, (writer) =>
      recordsOfTables({ folder, dumpDate, countries, onRecord: (record) => writer.add(record) }),
    );
    return `Wrote ${out}\n${count} records`;
  },
};
