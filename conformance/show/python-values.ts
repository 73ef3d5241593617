import type { Dtype, Element, Literal, Nested, TensorValue } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { repeatsOf } from '../values/repeats.ts';

const reserved = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with print list tuple len next iter float range ' +
    'torch nn optim data F inf nan error'
  ).split(' '),
);

/** A case's name as a Python variable. */
export const variable = (name: string): string => (reserved.has(name) ? `${name}_` : name);

/** `net.0.weight.grad` → `net[0].weight.grad`. */
export const path = (text: string): string => {
  const [root, ...segments] = text.split('.');
  return variable(root!) + segments.map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`)).join('');
};

/** A float literal: never to be taken for an int. `nan` and `inf` are imported from math. */
export const float = (value: number): string => {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

const element = (value: Element, dtype: Dtype): string => {
  if (dtype === 'bool') return value ? 'True' : 'False';
  return isFloat(dtype) ? float(Number(value)) : String(value);
};

const nested = (data: Nested<Element>, dtype: Dtype): string =>
  Array.isArray(data) ? `[${data.map((part) => nested(part, dtype)).join(', ')}]` : element(data as Element, dtype);

const inferred: ReadonlySet<Dtype> = new Set(['bool', 'int64', 'float32']);

/** An input. Its dtype is written where PyTorch would infer another one. */
export const tensor = (value: TensorValue): string => {
  const { dtype, shape, data, requires_grad } = value;
  const repeats = repeatsOf(value);
  if (repeats !== undefined) return repeated(value, repeats);
  const empty = shape.includes(0);
  const options = [
    ...((empty ? dtype === 'float32' : inferred.has(dtype)) ? [] : [`dtype=torch.${dtype}`]),
    ...(requires_grad ? ['requires_grad=True'] : []),
  ];
  if (empty) return `torch.zeros(${[tuple(shape.map(String)), ...options].join(', ')})`;
  return `torch.tensor(${[nested(data, dtype), ...options].join(', ')})`;
};

/** The numbers over and over, cut off where the shape is full; a leaf asks for gradients when it is whole. */
const repeated = ({ dtype, shape, requires_grad }: TensorValue, repeats: readonly Element[]): string => {
  const size = shape.reduce((n, axis) => n * axis, 1);
  const period = tensor({ dtype, shape: [repeats.length], data: repeats });
  const times = Math.ceil(size / repeats.length);
  const whole = `${period}.repeat(${times})${size % repeats.length === 0 ? '' : `[:${size}]`}`;
  const shaped = shape.length === 1 ? whole : `${whole}.reshape(${shape.join(', ')})`;
  return requires_grad ? `${shaped}.requires_grad_()` : shaped;
};

export const tuple = (parts: readonly string[]): string => `(${parts.join(', ')}${parts.length === 1 ? ',' : ''})`;

const isRecord = (value: Literal): value is Readonly<Record<string, Literal>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const number = (value: Literal): string | undefined => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : float(value);
  if (!isRecord(value)) return undefined;
  if ('float' in value) return float(Number(value.float));
  return 'int' in value ? String(value.int) : undefined;
};

/** A literal of `in`, where text is a name. */
export const operand = (value: Literal): string => {
  if (typeof value === 'string') return path(value);
  if (Array.isArray(value)) return `[${(value as readonly Literal[]).map(operand).join(', ')}]`;
  return number(value)!;
};

/** A literal of `with`, where text is text, a list a tuple, and `{ ref }` a name. */
export const option = (value: Literal, name = ''): string => {
  if (typeof value === 'string')
    return /^(?:dtype|layout|memory_format)$/.test(name) ? `torch.${value}` : JSON.stringify(value);
  if (Array.isArray(value)) return tuple((value as readonly Literal[]).map((part) => option(part)));
  const plain = number(value);
  if (plain !== undefined) return plain;
  const record = value as Readonly<Record<string, Literal>>;
  if (typeof record.ref === 'string') return path(record.ref);
  return `{${Object.entries(record)
    .map(([key, part]) => `${JSON.stringify(key)}: ${option(part)}`)
    .join(', ')}}`;
};

/** What stands between the brackets of an index expression. */
export const index = (entries: readonly Literal[]): string => {
  const parts = entries.map((entry) => (typeof entry === 'string' ? entry : option(entry)));
  return parts.length === 0 ? '()' : parts.join(', ');
};
