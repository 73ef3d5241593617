import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import type { Page } from '../page.ts';

const folder = new URL('../../spec/schema/', import.meta.url);
const schema = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Every schema that some page gives to an option, once each. */
const optionSchemas = (pages: readonly Page[]): readonly string[] => {
  const schemas = pages.flatMap((page) => Object.values(page.options)).filter((option) => !('alias' in option));
  return [...new Set(schemas.map((option) => JSON.stringify(option)))].sort();
};

/**
 * The text of `conformance/load/validators.gen.ts`: the fixture schema and the schemas of all options as plain code,
 * because compiling them costs more than checking a whole suite. Placement of operands and options is left out here:
 * the loader reads the pages for that, and says better what is wrong.
 */
export async function validatorsText(pages: readonly Page[]): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
    schemas: [schema('values.schema.json'), { $id: 'ops.schema.json' }, schema('fixture.schema.json')],
  });
  const options = optionSchemas(pages);
  const exported: Record<string, string> = { fixture: 'fixture.schema.json' };
  for (const [i, option] of options.entries()) {
    ajv.addSchema({ ...JSON.parse(option), $id: `option-${i}` });
    exported[`option${i}`] = `option-${i}`;
  }
  const bundle = await build({
    stdin: { contents: standalone.default(ajv, exported), resolveDir: new URL('.', import.meta.url).pathname },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  });
  const table = options.map((option, i) => `  [${JSON.stringify(option)}]: option${i} as unknown as Validate,`);
  return `// Generated from spec/schema/*.json and spec/ops/*.md by \`npm run generate\`.
// @ts-nocheck
import type { Validate } from './schema-faults.ts';

${bundle.outputFiles[0]!.text.replace(/export\{([\s\S]*?)\};?\s*$/, (_, names: string) => renamed(names))}
export const validateFixture: Validate = fixture as unknown as Validate;
/** By the schema's JSON. */
export const optionValidators: Readonly<Record<string, Validate>> = {
${table.join('\n')}
};
`;
}

/** `a as b` of an export list as a binding of its own. */
const renamed = (names: string): string =>
  names
    .split(',')
    .map((name) => name.trim().split(/\s+as\s+/))
    .filter(([local, out]) => out !== undefined && local !== out)
    .map(([local, out]) => `const ${out}=${local};`)
    .join('\n');
