import { existsSync } from 'node:fs';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { WikidataInputError } from './wikidata/read-entities.ts';
import { readRecipe } from './wikidata/read-recipe.ts';

/** One machine's share of a dump as Parquet tables, to be joined with those of others. */
export const wikidataTablesCommand: PackSubcommand = {
  usage: 'wikidata-tables INPUT... --out TABLES [--recipe NAME_OR_FILE] [--part NAME]',
  summary: "turn a part of a dump into Parquet tables, a machine's share of a large import",
  options: { out: { type: 'string' }, recipe: { type: 'string' }, part: { type: 'string' } },
  needs: { count: 1, what: 'at least one file: .json, .json.gz or .json.bz2' },
  async run(call) {
    const out = textOption(call, 'out');
    if (!out) throw new UsageError('Say where to write the tables: --out TABLES');
    const part = textOption(call, 'part') ?? '1';
    if (!/^[\w-]+$/.test(part))
      throw new UsageError(`--part ${part} is no name; use letters, digits and hyphens.`);
    const inputs = call.positionals.map((path) => call.resolvePath(path));
    for (const path of inputs) if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    const recipe = await readRecipe(call);
    const folder = call.resolvePath(out);
    // Its engine is a large native module, which the other commands do without.
    const { writeTables } = await import('./wikidata/tables.ts');
    try {
      const { entities, drafts, broken } = await writeTables({ inputs, recipe, folder, part });
      return `Wrote part ${part} to ${folder}: ${drafts} records to be out of ${entities} entities, ${broken} broken lines`;
    } catch (error) {
      if (!(error instanceof WikidataInputError)) throw error;
      throw new UsageError(error.message, { cause: error });
    }
  },
};
