import type { Operand, Page } from '../pages/page.ts';

type Schema = Readonly<Record<string, unknown>>;
const definition = (name: string): Schema => ({ $ref: `values.schema.json#/$defs/${name}` });

const names: Schema = { anyOf: [definition('path'), { type: 'array', items: definition('path') }] };

/** What stands in `in` for each type of operand: a name is text, everything else a literal. */
const operandSchemas: Readonly<Record<Operand['type'], Schema>> = {
  tensor: definition('path'),
  tensor_or_scalar: { anyOf: [definition('path'), definition('scalar')] },
  tensor_or_tensors: names,
  tensors: names,
  scalar: { anyOf: [definition('path'), definition('scalar')] },
  data: definition('nestedOperand'),
  module: definition('path'),
  optimizer: definition('path'),
  loader: definition('path'),
  dataset: definition('path'),
  generator: definition('path'),
  sequence: { anyOf: [definition('path'), { type: 'array', items: definition('literal') }] },
  any: definition('literal'),
};

const operandSchema = ({ type, name, optional }: Operand): Schema => ({
  description: name,
  ...(optional ? { anyOf: [operandSchemas[type], { type: 'null' }] } : operandSchemas[type]),
});

const operandsSchema = (operands: readonly Operand[]): Schema => {
  const variadic = operands.find((operand) => operand.variadic);
  const fixed = operands.filter((operand) => !operand.variadic);
  const least = fixed.filter((operand) => !operand.optional).length;
  return {
    type: 'array',
    ...(fixed.length > 0 ? { prefixItems: fixed.map(operandSchema) } : {}),
    ...(variadic ? { items: operandSchema(variadic) } : { maxItems: fixed.length }),
    minItems: least,
  };
};

const optionsSchema = (page: Page): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(page.options).map(([name, schema]) => [
      name,
      typeof schema.alias === 'string' ? page.options[schema.alias] : schema,
    ]),
  ),
  additionalProperties: false,
  ...requiredOptions(page),
});

/** A required option may be given under another of its names. */
const requiredOptions = (page: Page): Schema => {
  const required = page.required ?? [];
  if (required.length === 0) return {};
  const spellings = (name: string) => [
    name,
    ...Object.keys(page.options).filter((other) => page.options[other]!.alias === name),
  ];
  return { allOf: required.map((name) => ({ anyOf: spellings(name).map((spelling) => ({ required: [spelling] })) })) };
};

/** A call of an op, or of its in-place form, whose first operand is a tensor. */
const callSchema = (page: Page, inplace: boolean): Schema => {
  const [self, ...rest] = page.operands;
  const operands = inplace && self ? [{ ...self, type: 'tensor' as const }, ...rest] : page.operands;
  const least = operands.filter((operand) => !operand.optional && !operand.variadic).length;
  const required = [...(least > 0 ? ['in'] : []), ...((page.required ?? []).length > 0 ? ['with'] : [])];
  return {
    description: page.torch,
    properties: { in: operandsSchema(operands), with: optionsSchema(page) },
    ...(required.length > 0 ? { required } : {}),
  };
};

/** The text of `spec/schema/ops.schema.json`: which operands and options each op takes, for tools other than this one. */
export function opsSchemaText(pages: readonly Page[]): string {
  const calls = new Map<string, Schema>();
  for (const page of pages) {
    calls.set(page.name, callSchema(page, page.mutates === true));
    if (page.inplace !== undefined) calls.set(page.inplace, callSchema(page, true));
  }
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'ops.schema.json',
    title: 'Ops',
    description: 'The operands and options that each op takes. Generated from spec/ops/*.md by `npm run generate`.',
    type: 'object',
    properties: { op: { description: 'an op of spec/ops', enum: [...calls.keys()] } },
    allOf: [...calls.keys()].map((op) => ({
      if: { properties: { op: { const: op } }, required: ['op'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword
      then: { $ref: `#/$defs/${op}` },
    })),
  };
  const definitions = [...calls].map(([op, schema]) => `    ${JSON.stringify(op)}: ${JSON.stringify(schema)}`);
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')},\n  "$defs": {\n${definitions.join(',\n')}\n  }\n}\n`;
}
