import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackProblem, PackSourceError } from '../pack-problem.ts';
import { type PackCall, textOption, UsageError } from '../pack-subcommand.ts';
import { parseAt } from '../read-pack-source.ts';
import { readYamlFile } from '../yaml-file.ts';
import { type Recipe, recipeSchema } from './wikidata-recipe.ts';

const recipesFolder = fileURLToPath(new URL('../recipes/', import.meta.url));

/** The recipe that was asked for: one that comes with the program, or a file. @throws {UsageError} @throws {PackSourceError} */
export async function readRecipe(call: PackCall): Promise<Recipe> {
  const typed = textOption(call, 'recipe') ?? 'everything';
  const names = (await readdir(recipesFolder)).map((name) => name.replace(/\.yaml$/, ''));
  const path = names.includes(typed) ? join(recipesFolder, `${typed}.yaml`) : call.resolvePath(typed);
  if (!existsSync(path)) {
    throw new UsageError(`There is no recipe ${typed}; give a file, or one of ${names.sort().join(', ')}.`);
  }
  const reading = await readYamlFile(path, typed);
  if (reading.type === 'broken') throw new PackSourceError(reading.problems);
  const problems: PackProblem[] = [];
  const recipe = parseAt(recipeSchema, reading.file.data, { file: reading.file, field: [], problems });
  if (!recipe) throw new PackSourceError(problems);
  return recipe;
}
