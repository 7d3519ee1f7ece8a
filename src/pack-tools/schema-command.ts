import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';

/** Writes the JSON Schemas of the pack format, for editors. */
export const schemaCommand: PackSubcommand = {
  usage: 'schema --out DIR',
  summary: 'write the JSON Schemas of the format, for editors',
  options: { out: { type: 'string' } },
  needs: { count: 0, what: '' },
  async run(call) {
    const out = textOption(call, 'out');
    if (!out) throw new UsageError('Say where to write the schemas: --out DIR');
    const folder = call.resolvePath(out);
    return `Wrote ${(await writeSchemas(folder)).join(', ')} to ${folder}`;
  },
};

/** The names of the files, after they have been written. */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const schemas = Object.entries(jsonSchemas());
  for (const [name, schema] of schemas) {
    await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return schemas.map(([name]) => name);
}
