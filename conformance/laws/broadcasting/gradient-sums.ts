import fc from 'fast-check';
import { broadcastable, type Shape, volume } from '../../arbitraries/shape.ts';
import { elementsOf, leaf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { binary, both, differentiable } from '../../pages/families.ts';
import type { Dtype, Expectation, TensorValue } from '../../values/case.ts';
import { all, numbers } from '../claims.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { inFull } from './in-full.ts';
import { joint, reading, stretched } from './reading.ts';

const ops = every(both(binary, differentiable));

/** What an element of the result passes to the elements of `a` and `b` that it was made of. Of other ops, operands that are written out tell. */
const rules: Readonly<Record<string, (g: number, a: number, b: number) => readonly [number, number]>> = {
  add: (g) => [g, g],
  sub: (g) => [g, -g],
  mul: (g, a, b) => [g * b, g * a],
};

/** A 0-d tensor beside one with axes does not count among floats. */
const promoted = (a: TensorValue, b: TensorValue): Dtype => {
  const counts = [a, b].filter(({ shape }) => (a.shape.length === 0) === (b.shape.length === 0) || shape.length > 0);
  return counts.some(({ dtype }) => dtype === 'float64') ? 'float64' : 'float32';
};

const sums = (values: readonly number[], { shape }: TensorValue, from: Shape): number[] => {
  const total = new Array<number>(volume(shape)).fill(0);
  for (const [i, at] of reading(shape, from).entries()) total[at]! += values[i]!;
  return total;
};

/** Sums of so many numbers in float32, each of a few roundings. */
const ROUNDING = 2 ** -16;

/** Of whole numbers within 1 ulp, not exactly: a sum of one −0 may be either zero. */
const summed = (parts: readonly number[], of: TensorValue, from: Shape, exact: boolean): Expectation | undefined => {
  if (!parts.every(Number.isFinite)) return undefined;
  const largest = Math.max(0, ...sums(parts.map(Math.abs), of, from));
  const tolerance = exact ? ({ ulp: 1 } as const) : { rtol: 0, atol: ROUNDING * largest };
  return { dtype: of.dtype, shape: of.shape, data: nested(sums(parts, of, from), of.shape), tolerance };
};

const trial = (op: string, a: TensorValue, b: TensorValue, g: TensorValue): Trial => {
  const rule = rules[op];
  const { dtype, shape } = g;
  const [x, y] = [a, b].map((t) => stretched(t, shape));
  const parts = rule && elementsOf(g).map((v, i) => rule(Number(v), Number(x![i]), Number(y![i])));
  const full = (t: TensorValue): TensorValue => leaf({ ...inFull(t, shape), dtype });
  return {
    inputs: { a: leaf(a), b: leaf(b), g, ...(rule ? {} : { A: full(a), B: full(b) }) },
    ops: [
      { op, in: ['a', 'b'], out: 'c' },
      { op: 'backward', in: ['c', 'g'] },
      ...(rule
        ? []
        : [
            { op, in: ['A', 'B'], out: 'C' },
            { op: 'backward', in: ['C', 'g'] },
          ]),
    ],
    observe: ['a.grad', 'b.grad', ...(rule ? [] : ['A.grad', 'B.grad'])],
    statement: (seen) => {
      const [ofA, ofB] = parts
        ? [parts.map(([p]) => p), parts.map(([, q]) => q)]
        : [numbers(seen['A.grad']), numbers(seen['B.grad'])];
      const [first, second] = [summed(ofA!, a, shape, rule !== undefined), summed(ofB!, b, shape, rule !== undefined)];
      return first && second && all({ 'a.grad': first, 'b.grad': second });
    },
  };
};

export const gradientSums: Law = {
  id: 'broadcasting/gradient-sums',
  title: 'the gradient of a stretched operand is the sum over what it was stretched to, in its own shape and dtype',
  clauses: ['broadcasting.C7', 'add.C5', 'sub.C5'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (first) =>
      fc
        .tuple(
          ops.any,
          fc.constantFrom(first, ...lab.floats.filter((dtype) => dtype === 'float32' || dtype === 'float64')),
          broadcastable(2, { maxRank: 4, maxSize: 3 }),
        )
        .chain(([op, second, [a = [], b = []]]) =>
          fc
            .tuple(wholesFor(op, first, a), wholesFor(op, second, b, 1))
            .chain(([p, q]) => whole(promoted(p, q), joint(a, b)).map((g) => trial(op, p, q, g))),
        ),
    ),
};
