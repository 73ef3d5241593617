import type { Dtype, Element, Literal, Nested, TensorValue } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { repeatsOf } from '../values/repeats.ts';

const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function ' +
    'if import in instanceof new null return super switch this throw true try typeof var void while with let static yield ' +
    'await async of torch nn optim data float error console String Tensor TensorError Generator Infinity NaN undefined'
  ).split(' '),
);

/** A case's name as a TypeScript variable. */
export const variable = (name: string): string => (reserved.has(name) ? `${name}_` : name);

/** `net.0.weight.grad` → `net.at(0).weight.grad`. */
export const path = (text: string): string => {
  const [root, ...segments] = text.split('.');
  const parts = segments.map((segment) => (/^\d+$/.test(segment) ? `.at(${segment})` : `.${segment}`));
  return variable(root!) + parts.join('').replace(/\.(grad|bias)(?=\.)/g, '.$1!');
};

export const number = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

const integer = (text: string): string => (Number.isSafeInteger(Number(text)) ? text : `${text}n`);

const element = (value: Element, dtype: Dtype): string => {
  if (dtype === 'bool') return String(value);
  return isFloat(dtype) ? number(Number(value)) : integer(String(value));
};

export const list = (parts: readonly string[]): string => `[${parts.join(', ')}]`;

export const record = (entries: readonly (readonly [string, string])[]): string =>
  `{ ${entries
    .map(([key, value]) => {
      const name = /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
      return name === value ? name : `${name}: ${value}`;
    })
    .join(', ')} }`;

const nested = (data: Nested<Element>, dtype: Dtype): string =>
  Array.isArray(data) ? list(data.map((part) => nested(part, dtype))) : element(data as Element, dtype);

/** An input. JavaScript's 1 may be an int or a float, so that every dtype but int64 and bool is written. */
export const tensor = (value: TensorValue): string => {
  const { dtype, shape, data, requires_grad } = value;
  const repeats = repeatsOf(value);
  if (repeats !== undefined) return repeated(value, repeats);
  const empty = shape.includes(0);
  const inferred = empty ? dtype === 'float32' : dtype === 'int64' || dtype === 'bool';
  const options: [string, string][] = [
    ...(inferred ? [] : [['dtype', JSON.stringify(dtype)] as [string, string]]),
    ...(requires_grad ? [['requires_grad', 'true'] as [string, string]] : []),
  ];
  const first = empty ? list(shape.map(String)) : nested(data, dtype);
  const parts = options.length > 0 ? [first, record(options)] : [first];
  return `torch.${empty ? 'zeros' : 'tensor'}(${parts.join(', ')})`;
};

/** The numbers over and over until the shape is full; a leaf asks for gradients when it is whole. */
const repeated = ({ dtype, shape, requires_grad }: TensorValue, repeats: readonly Element[]): string => {
  const size = shape.reduce((n, axis) => n * axis, 1);
  const elements = `Array.from({ length: ${size} }, (_, i) => ${nested(repeats, dtype)}[i % ${repeats.length}]!)`;
  const inferred = dtype === 'int64' || dtype === 'bool';
  const whole = `torch.tensor(${elements}${inferred ? '' : `, ${record([['dtype', JSON.stringify(dtype)]])}`})`;
  const shaped = shape.length === 1 ? whole : `${whole}.reshape(${list(shape.map(String))})`;
  return requires_grad ? `${shaped}.requires_grad_()` : shaped;
};

const isRecord = (value: Literal): value is Readonly<Record<string, Literal>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `floats`: whether a float that is integral has to be marked as one. */
const scalar = (value: Literal, floats: boolean): string | undefined => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (!isRecord(value)) return undefined;
  if ('int' in value) return integer(String(value.int));
  if (!('float' in value)) return undefined;
  const float = Number(value.float);
  const marked = floats && Number.isInteger(float) && !Object.is(float, -0);
  return marked ? `float(${float})` : number(float);
};

/** A literal of `in`, where text is a name. */
export const operand = (value: Literal): string => {
  if (typeof value === 'string') return path(value).replace(/\.grad$/, '.grad!');
  if (Array.isArray(value)) return list((value as readonly Literal[]).map(operand));
  return scalar(value, true)!;
};

/** A literal of `with`, where text is text and `{ ref }` a name. */
export const option = (value: Literal, floats: boolean): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return list((value as readonly Literal[]).map((part) => option(part, floats)));
  const plain = scalar(value, floats);
  if (plain !== undefined) return plain;
  const fields = value as Readonly<Record<string, Literal>>;
  if (typeof fields.ref === 'string') return operand(fields.ref);
  return record(Object.entries(fields).map(([key, part]) => [key, option(part, floats)] as const));
};
