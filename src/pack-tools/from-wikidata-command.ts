import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeImport } from './import-folder.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { type ImportReport, importWikidata } from './wikidata/import-wikidata.ts';
import { WikidataInputError } from './wikidata/read-entities.ts';
import { readRecipe } from './wikidata/read-recipe.ts';
import { countriesByItem } from './world/countries-by-item.ts';

/** Makes a pack out of a dump of Wikidata, or of some of its entities. */
export const fromWikidataCommand: PackSubcommand = {
  usage: 'from-wikidata INPUT... --out OUT [--recipe NAME_OR_FILE] [--date DATE]',
  summary: 'make a pack out of a Wikidata dump or entity files',
  options: { out: { type: 'string' }, recipe: { type: 'string' }, date: { type: 'string' } },
  needs: { count: 1, what: 'at least one file: .json, .json.gz or .json.bz2' },
  async run(call) {
    const typedOut = textOption(call, 'out');
    if (!typedOut) throw new UsageError('Say where to write the pack: --out OUT');
    const out = call.resolvePath(typedOut);
    const recipe = await readRecipe(call);
    const inputs = call.positionals.map((path) => call.resolvePath(path));
    for (const path of inputs) if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    const dumpDate = textOption(call, 'date') ?? (await dateOfFile(inputs[0] ?? ''));
    const startedAt = performance.now();
    const draftFile = join(out, '.drafts.unfinished');
    const countries = recipe.countries === 'world' ? countriesByItem() : new Map<string, string>();
    try {
      const report = await writeImport(out, recipe.pack, (writer) =>
        importWikidata({
          inputs,
          recipe,
          dumpDate,
          countries,
          draftFile,
          onRecord: (record) => writer.add(record),
        }),
      );
      const seconds = (performance.now() - startedAt) / 1000;
      return describe(report, { out, seconds, megabytes: (await totalBytes(inputs)) / 1e6 });
    } catch (error) {
      if (!(error instanceof WikidataInputError)) throw error;
      throw new UsageError(error.message, { cause: error });
    } finally {
      await rm(draftFile, { force: true });
    }
  },
};

/** Day on which a file was last written. */
export async function dateOfFile(path: string): Promise<string> {
  return (await stat(path)).mtime.toISOString().slice(0, 10);
}

async function totalBytes(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function describe(
  report: ImportReport,
  { out, seconds, megabytes }: { out: string; seconds: number; megabytes: number },
): string {
  const { entities, records, statements, withoutLabel, unlabelled, missing, broken } = report;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const lines = [
    `Wrote ${out}`,
    `${records} records with ${statements} statements out of ${entities} entities`,
    `${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(1)} MB/s), peak memory ${peak} MB`,
  ];
  if (withoutLabel > 0)
    lines.push(`${withoutLabel} entities have no label in the recipe's languages and were left out`);
  if (unlabelled > 0)
    lines.push(
      `${unlabelled} items that statements name are not in the input; their ids stand in place of labels`,
    );
  if (missing > 0) lines.push(`${missing} entities are missing or lead to others`);
  if (broken.count > 0) {
    lines.push(`${broken.count} lines are broken and were skipped, such as:`);
    lines.push(...broken.examples.map((example) => `  ${example}`));
  }
  return lines.join('\n');
}
