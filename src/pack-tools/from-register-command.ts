import { existsSync } from 'node:fs';
import { writeImport } from './import-folder.ts';
import { type PackProblem, PackSourceError } from './pack-problem.ts';
import { type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { parseAt } from './read-pack-source.ts';
import { importRegister, type RegisterReport } from './register/import-register.ts';
import { RegisterError, readRows } from './register/read-rows.ts';
import { mappingSchema } from './register/register-mapping.ts';
import { readYamlFile } from './yaml-file.ts';

/** Makes a pack out of tables that others keep. */
export const fromRegisterCommand: PackSubcommand = {
  usage: 'from-register INPUT... --mapping FILE --out OUT',
  summary: 'make a pack out of CSV, JSON, YAML or SPARQL results',
  options: { mapping: { type: 'string' }, out: { type: 'string' } },
  needs: { count: 1, what: 'at least one file: .csv, .tsv, .json, .srj or .yaml' },
  async run(call) {
    const [typedMapping, typedOut] = [textOption(call, 'mapping'), textOption(call, 'out')];
    if (!typedMapping) throw new UsageError('Say how rows become records: --mapping FILE');
    if (!typedOut) throw new UsageError('Say where to write the pack: --out OUT');
    const inputs = call.positionals.map((path) => call.resolvePath(path));
    for (const path of inputs) if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
    const reading = await readYamlFile(call.resolvePath(typedMapping), typedMapping);
    if (reading.type === 'broken') throw new PackSourceError(reading.problems);
    const problems: PackProblem[] = [];
    const mapping = parseAt(mappingSchema, reading.file.data, { file: reading.file, field: [], problems });
    if (!mapping) throw new PackSourceError(problems);
    const out = call.resolvePath(typedOut);
    const report = await writeImport(out, mapping.pack, async (writer) => {
      const rows = await Promise.all(inputs.map((path) => rowsOf(path, mapping.list ?? null)));
      const imported = importRegister(rows.flat(), mapping);
      for (const record of imported.records) await writer.add(record);
      return imported;
    });
    return describe(report, out);
  },
};

async function rowsOf(path: string, list: string | null): ReturnType<typeof readRows> {
  try {
    return await readRows(path, list);
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

const maxExamples = 5;

function describe({ records, rows, problems }: RegisterReport, out: string): string {
  const statements = records.reduce((sum, record) => sum + record.statements.length, 0);
  const lines = [
    `Wrote ${out}`,
    `${records.length} records with ${statements} statements out of ${rows} rows`,
  ];
  if (problems.length > 0) {
    lines.push(`${problems.length} rows gave no record, such as:`);
    lines.push(...problems.slice(0, maxExamples).map((problem) => `  ${problem}`));
  }
  return lines.join('\n');
}
