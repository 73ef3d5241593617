import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { constraintOf } from '../pages/options.ts';
import type { Page } from '../pages/page.ts';

const folder = new URL('../../spec/schema/', import.meta.url);
const schema = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Every constraint that some page sets to an option, once each. */
const optionSchemas = (pages: readonly Page[]): readonly string[] => {
  const schemas = pages.flatMap((page) => Object.values(page.options)).filter((option) => !('alias' in option));
  return [...new Set(schemas.map((option) => JSON.stringify(constraintOf(option))))].sort();
};

/** Nested data is left to the loader, which checks each element against its dtype anyway: they are many. */
const values = (): object => {
  const { $defs, ...rest } = schema('values.schema.json');
  return { ...rest, $defs: { ...($defs as object), nested: {} } };
};

/** Where operands and options stand is left to the loader, so `ops.schema.json` is empty here. */
const ajvWith = (...more: readonly object[]): Ajv2020 =>
  new Ajv2020({
    allErrors: true,
    verbose: true,
    messages: false,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true },
    schemas: [values(), { $id: 'ops.schema.json' }, schema('fixture.schema.json'), ...more],
  });

/**
 * The text of `conformance/load/validators.gen.ts`: the fixture schema and the schemas of all options as plain code,
 * because compiling them costs more than checking a whole suite. Placement of operands and options is left out here:
 * the loader reads the pages for that, and says better what is wrong.
 */
export function validatorsText(pages: readonly Page[]): string {
  const ajv = ajvWith();
  const options = optionSchemas(pages);
  const exported: Record<string, string> = { fixture: 'fixture.schema.json' };
  for (const [i, option] of options.entries()) {
    ajv.addSchema({ ...JSON.parse(option), $id: `option-${i}` });
    exported[`option${i}`] = `option-${i}`;
  }
  const table = options.map((option, i) => `  [${JSON.stringify(option)}]: option${i} as unknown as Validate,`);
  return `// Generated from spec/schema/*.json and spec/ops/*.md by \`npm run generate\`.
${plainCode(ajv, exported)}
export const validateFixture: Validate = fixture as unknown as Validate;
/** By the schema's JSON. */
export const optionValidators: Readonly<Record<string, Validate>> = {
${table.join('\n')}
};
`;
}

/** The text of `conformance/stdio/protocol.gen.ts`: replies of a process as plain code. */
export function protocolText(): string {
  const ajv = ajvWith(schema('protocol.schema.json'), {
    $id: 'reply',
    $ref: 'protocol.schema.json#/$defs/reply',
  });
  return `// Generated from spec/schema/protocol.schema.json by \`npm run generate\`.
${plainCode(ajv, { reply: 'reply' })}
export const validateReply: Validate = reply as unknown as Validate;
`;
}

/** The text of `conformance/config/config.gen.ts`: the configuration file's schema as plain code. */
export function configText(): string {
  return `// Generated from spec/schema/config.schema.json by \`npm run generate\`.
${plainCode(ajvWith(schema('config.schema.json')), { config: 'config.schema.json' })}
export const validateConfig: Validate = config as unknown as Validate;
`;
}

/** Ajv's module code still says `require` for its run-time functions. */
function plainCode(ajv: Ajv2020, exported: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const code = standalone.default(ajv, exported);
  const body = code.replace(/require\("ajv\/dist\/runtime\/(\w+)"\)\.default/g, (_, name: string) => {
    used.add(name);
    return name;
  });
  const local = body.replace(/^"use strict";/, '').replace(/\bexport const /g, 'const ');
  return `// @ts-nocheck
${used.size > 0 ? `import { ${[...used].join(', ')} } from '../load/ajv-runtime.ts';\n` : ''}import type { Validate } from '../load/schema-faults.ts';
${local}`;
}
