import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
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
export function validatorsText(pages: readonly Page[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    messages: false,
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
  const table = options.map((option, i) => `  [${JSON.stringify(option)}]: option${i} as unknown as Validate,`);
  return `// Generated from spec/schema/*.json and spec/ops/*.md by \`npm run generate\`.
// @ts-nocheck
import type { Validate } from './schema-faults.ts';

${importing(standalone.default(ajv, exported))}
export const validateFixture: Validate = fixture as unknown as Validate;
/** By the schema's JSON. */
export const optionValidators: Readonly<Record<string, Validate>> = {
${table.join('\n')}
};
`;
}

/** Ajv's module code still says `require` for its run-time functions: the same as imports. */
const importing = (code: string): string => {
  const imports: string[] = [];
  const body = code.replace(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_, path: string) => {
    const name = `runtime${imports.length}`;
    imports.push(`import ${name} from '${path}.js';`);
    return `${name}.default`;
  });
  return [...imports, body.replace(/^"use strict";/, '').replace(/\bexport const /g, 'const ')].join('\n');
};
