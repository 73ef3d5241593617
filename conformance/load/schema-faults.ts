import { child, type Report, shown } from './fault.ts';
import { suggestion } from './nearest.ts';

/** What Ajv says (with `verbose`) of one place that breaks a schema. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: unknown;
  readonly parentSchema: { readonly description?: string; readonly properties?: Readonly<Record<string, unknown>> };
  readonly data: unknown;
}

/** A compiled schema. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** These only say that a schema inside them failed, which says so itself. */
const WRAPPERS = new Set(['if', 'propertyNames', 'additionalItems', 'allOf']);

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : shown(value);

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

const typeNames = (type: unknown): string => {
  const names = [type].flat().map((name) => TYPES[String(name)] ?? String(name));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};

const listed = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const unknownKey = (key: string, known: readonly string[]): string =>
  `unknown key ${JSON.stringify(key)}${suggestion(key, known)}${known.length > 0 ? ` (known: ${known.join(', ')})` : ''}`;

const enumMessage = (error: SchemaError): string => {
  const allowed = error.params.allowedValues as unknown[];
  const texts = allowed.filter((value) => typeof value === 'string');
  const near = typeof error.data === 'string' ? suggestion(error.data, texts) : '';
  return `expected one of ${listed(allowed)}, got ${shown(error.data)}${near}`;
};

const messageOf = (error: SchemaError): string => {
  const { keyword, params, parentSchema, data } = error;
  const about = parentSchema.description;
  const wanted = about === undefined ? '' : ` (${about})`;
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknownKey(
        String(params.additionalProperty ?? params.unevaluatedProperty),
        Object.keys(parentSchema.properties ?? {}),
      );
    case 'required':
      return `missing ${JSON.stringify(params.missingProperty)}${wanted}`;
    case 'false schema':
      return 'does not go with what stands beside it';
    case 'dependentRequired':
      return `missing ${JSON.stringify(params.missingProperty)}, which goes with ${JSON.stringify(params.property)}`;
    case 'type':
      return `expected ${about ?? typeNames(params.type)}, got ${kindOf(data)}`;
    case 'enum':
      return enumMessage(error);
    case 'const':
      return `expected ${JSON.stringify(params.allowedValue)}, got ${shown(data)}`;
    case 'pattern':
      return `expected ${about ?? `text that matches ${String(params.pattern)}`}, got ${shown(data)}`;
    case 'minLength':
      return `expected some text${wanted}, got ""`;
    case 'minItems':
      return `expected at least ${String(params.limit)} items, got ${(data as unknown[]).length}${wanted}`;
    case 'maxItems':
      return `expected at most ${String(params.limit)} items, got ${(data as unknown[]).length}${wanted}`;
    case 'minProperties':
      return `expected at least one key${wanted}`;
    case 'uniqueItems':
      return `items ${Math.min(Number(params.i), Number(params.j))} and ${Math.max(Number(params.i), Number(params.j))} are the same`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `expected ${about ?? 'a number'} ${String(params.comparison)} ${String(params.limit)}, got ${shown(data)}`;
    default:
      return `breaks the schema's ${JSON.stringify(keyword)}${wanted}, got ${shown(data)}`;
  }
};

/** Says each error of a failed validation once, in words, at `at` and below. */
export const reportSchemaErrors = (errors: readonly SchemaError[], at: string, report: Report): void => {
  const said = new Set<string>();
  for (const error of errors) {
    if (WRAPPERS.has(error.keyword)) continue;
    const key = error.params.additionalProperty ?? error.params.unevaluatedProperty;
    const path = at + (typeof key === 'string' ? child(error.instancePath, key) : error.instancePath);
    const message = messageOf(error);
    if (said.has(`${path}: ${message}`)) continue;
    said.add(`${path}: ${message}`);
    report(path, message);
  }
};
