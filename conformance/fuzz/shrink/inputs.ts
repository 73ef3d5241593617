import { volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { Dtype, Element, Literal, Nested, Step, TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import type { Program } from '../draw/program.ts';

const withInput = (program: Program, name: string, value: TensorValue): Program => ({
  ...program,
  inputs: { ...program.inputs, [name]: value },
});
const all = (program: Program, change: (value: TensorValue) => TensorValue): Program => ({
  ...program,
  inputs: Object.fromEntries(Object.entries(program.inputs).map(([name, value]) => [name, change(value)])),
});

/** The first `length` places along an axis. */
const cut = (data: Nested<Element>, axis: number, length: number): Nested<Element> => {
  const parts = data as readonly Nested<Element>[];
  return axis === 0 ? parts.slice(0, length) : parts.map((part) => cut(part, axis - 1, length));
};
const shortened = (value: TensorValue, axis: number, length: number): TensorValue => ({
  ...value,
  shape: value.shape.with(axis, length),
  data: cut(value.data, axis, length),
});
const withoutFirstAxis = (value: TensorValue): TensorValue =>
  value.shape.length === 0 || value.shape[0] === 0
    ? value
    : { ...value, shape: value.shape.slice(1), data: (value.data as readonly Nested<Element>[])[0]! };

/** Sizes that are options change with those of the tensors. */
const resized = (step: Step, from: number, to: number): Step => {
  if (!('op' in step) || step.with === undefined) return step;
  const change = (literal: Literal): Literal =>
    Array.isArray(literal) ? literal.map((one) => (one === from ? to : (one as Literal))) : literal;
  const options = Object.entries(step.with).map(([name, value]) => [
    name,
    name === 'shape' || name === 'size' ? change(value) : value,
  ]);
  return { ...step, with: Object.fromEntries(options) };
};

/** One size everywhere, then single axes. */
export function* smallerShapes(program: Program): IterableIterator<Program> {
  const entries = Object.entries(program.inputs);
  const sizes = [...new Set(entries.flatMap(([, { shape }]) => shape))].filter((n) => n > 1).sort((a, b) => b - a);
  yield all(program, withoutFirstAxis);
  for (const n of sizes)
    for (const to of [1, 2])
      if (to < n) {
        const smaller = all(program, (value) =>
          value.shape.reduce((now, size, axis) => (size === n ? shortened(now, axis, to) : now), value),
        );
        yield { ...smaller, ops: smaller.ops.map((step) => resized(step, n, to)) };
      }
  for (const [name, value] of entries) {
    if (value.shape.length > 0 && value.shape[0] !== 0) yield withInput(program, name, withoutFirstAxis(value));
    for (const [axis, size] of value.shape.entries())
      for (const to of [1, 2]) if (size > to) yield withInput(program, name, shortened(value, axis, to));
  }
}

/** Fewer kinds of tensors: constants, and the usual dtypes. */
export function* simplerTensors(program: Program): IterableIterator<Program> {
  for (const [name, { requires_grad, ...value }] of Object.entries(program.inputs))
    if (requires_grad === true) yield withInput(program, name, value);
  const rare = [...new Set(Object.values(program.inputs).map(({ dtype }) => dtype))];
  for (const dtype of rare) {
    const usual: Dtype = isFloat(dtype) ? 'float32' : dtype === 'bool' ? 'bool' : 'int64';
    if (dtype !== usual) yield all(program, (value) => (value.dtype === dtype ? { ...value, dtype: usual } : value));
  }
}

/** Elements for which single ones are tried too; more would take too long. */
const FEW = 16;

/** Never −0, which a fixture writes as text. */
const truncated = (n: number): number => Math.trunc(n) + 0;
const simple = (element: Element): readonly Element[] => {
  if (typeof element === 'boolean') return element ? [false] : [];
  if (typeof element === 'string') return [0, 1];
  const rounded = truncated(element);
  return [0, 1, 2, rounded, rounded / 2].filter((n) => Number.isInteger(n) && rank(n) < rank(element));
};
/** How simple a number is: less is simpler. */
const rank = (n: number): number =>
  (Number.isInteger(n) ? 0 : 1e6) + Math.abs(n) * 2 + (n < 0 ? 1 : 0) + (n === 0 ? 0 : 0.5);

const isSimpler = (now: readonly Element[], then: readonly Element[]): boolean =>
  now.some((element, i) => element !== then[i]);

/** Simple numbers: all of a tensor at once, then single elements. */
export function* simplerNumbers(program: Program): IterableIterator<Program> {
  for (const [name, value] of Object.entries(program.inputs)) {
    const flat = flatten(value.data) as readonly Element[];
    if (value.dtype === 'bool') continue;
    const set = (data: readonly Element[]): Program =>
      withInput(program, name, { ...value, data: nested(data, value.shape) });
    const numbers = flat.filter((element) => typeof element === 'number') as readonly number[];
    const counting = flat.map((_, i) => i + 1);
    if (flat.some((element) => typeof element === 'string' || rank(Number(element)) > 2 * flat.length + 2))
      yield set(counting);
    const whole = flat.map((element) => (typeof element === 'number' ? truncated(element) : element));
    if (numbers.some((n) => !Number.isInteger(n)) && isSimpler(flat, whole)) yield set(whole);
    if (volume(value.shape) > FEW) continue;
    for (const [i, element] of flat.entries()) for (const other of simple(element)) yield set(flat.with(i, other));
  }
}
