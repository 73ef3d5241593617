import { BrokenSuite } from '../load/fault.ts';
import type { OptionSchema, Page } from '../pages/page.ts';

/** What an adapter receives for a value of \`spec/schema/values.schema.json\`: not always what the JSON holds. */
const byDefinition: Readonly<Record<string, string>> = {
  batches: 'readonly (readonly number[])[]',
  betas: 'readonly [number, number]',
  bool: 'boolean',
  device: "'cpu'",
  dim: 'number',
  dimOrNone: 'number',
  dims: 'number | readonly number[]',
  dimsOrNone: 'number | readonly number[]',
  dtype: 'Dtype',
  index: 'readonly IndexItem<T>[]',
  int: 'number',
  ints: 'readonly number[]',
  layout: "'strided' | 'sparse_coo'",
  memoryFormat: "'contiguous_format' | 'preserve_format' | 'channels_last'",
  newDim: 'number',
  number: 'number',
  order: "number | 'fro'",
  padding: "number | readonly number[] | 'same' | 'valid'",
  paddingMode: "'zeros' | 'reflect' | 'replicate' | 'circular'",
  pair: 'number | readonly number[]',
  pairedDims: 'number | readonly (readonly number[])[]',
  permutation: 'readonly number[]',
  reduction: "'none' | 'mean' | 'sum'",
  ref: 'T',
  rounding: "'trunc' | 'floor'",
  scalar: 'HostScalar',
  size: 'readonly number[]',
  state: 'Readonly<Record<string, T>>',
};

const byType: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  string: 'string',
};

/** `{ readonly dim?: number; readonly axis?: number }`, or undefined for a page without options. */
export function optionsType(page: Page): string | undefined {
  const fields = Object.entries(page.options).map(([name, schema]) => {
    // A required option that has an alias may be given under that name, and is then absent under its own.
    const always = page.required?.includes(name) === true && !aliased(page, name);
    const mark = always ? '' : '?';
    return `readonly ${name}${mark}: ${optionType(page, name, schema)}`;
  });
  return fields.length === 0 ? undefined : `{ ${fields.join('; ')} }`;
}

const aliased = (page: Page, name: string): boolean => Object.values(page.options).some(({ alias }) => alias === name);

const broken = ({ name: op }: Page, option: string, message: string): BrokenSuite =>
  new BrokenSuite([{ file: `${op}.md`, path: `/options/${option}`, message }]);

function optionType(page: Page, name: string, schema: OptionSchema): string {
  if (typeof schema.alias === 'string') {
    const target = page.options[schema.alias];
    if (target === undefined) throw broken(page, name, 'alias of an unknown option');
    return optionType(page, schema.alias, target);
  }
  // A generator is the one ref that names no tensor.
  if (name === 'generator') return 'unknown';
  const type = schemaType(schema);
  if (type === undefined) throw broken(page, name, `no type for ${JSON.stringify(schema)}`);
  return type;
}

function schemaType(schema: OptionSchema): string | undefined {
  const rest = schema as Readonly<Record<string, unknown>>;
  if (typeof rest.$ref === 'string') return byDefinition[rest.$ref.split('/').pop()!];
  if (Array.isArray(rest.enum)) {
    // null is None, and None is the same as absent.
    const values = rest.enum.filter((value) => value !== null).map((value) => JSON.stringify(value));
    return values.join(' | ');
  }
  const choices = rest.anyOf ?? rest.oneOf;
  if (Array.isArray(choices)) {
    const types = choices.map(schemaType);
    return types.includes(undefined) ? undefined : [...new Set(types)].join(' | ');
  }
  if (rest.type === 'array') {
    const item = schemaType((rest.items ?? {}) as OptionSchema);
    return item === undefined ? undefined : `readonly (${item})[]`;
  }
  return typeof rest.type === 'string' ? byType[rest.type] : undefined;
}
