import fc from 'fast-check';
import { broadcastable, type Shape, volume } from '../../arbitraries/shape.ts';
import { elementsOf, leaf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Dtype, Expectation, TensorValue } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { joint, reading, stretched } from './reading.ts';

/** What an element of the result passes to the elements of `a` and `b` that it was made of. */
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

const summed = (values: readonly number[], { dtype, shape }: TensorValue, from: Shape): Expectation => {
  const total = new Array<number>(volume(shape)).fill(0);
  for (const [i, at] of reading(shape, from).entries()) total[at]! += values[i]!;
  // Within 1 ulp, not exact: a sum of one −0 may be either zero.
  return { dtype, shape, data: nested(total, shape), tolerance: { ulp: 1 } };
};

export const gradientSums: Law = {
  id: 'broadcasting/gradient-sums',
  title: 'the gradient of a stretched operand is the sum over what it was stretched to, in its own shape and dtype',
  clauses: ['broadcasting.C7', 'add.C5', 'sub.C5'],
  trials: (lab) =>
    wideFloat(lab, (first) =>
      fc
        .tuple(
          fc.constantFrom(...Object.keys(rules)),
          fc.constantFrom(first, ...lab.floats.filter((dtype) => dtype === 'float32' || dtype === 'float64')),
          broadcastable(2, { maxRank: 4, maxSize: 3 }),
        )
        .chain(([op, second, [a = [], b = []]]) =>
          fc
            .record({ a: whole(first, a).map(leaf), b: whole(second, b).map(leaf) })
            .chain(({ a, b }) => whole(promoted(a, b), joint(a.shape, b.shape)).map((g) => ({ a, b, g })))
            .map((inputs) => {
              const { a, b, g } = inputs;
              const [x, y] = [stretched(a, g.shape), stretched(b, g.shape)];
              const parts = elementsOf(g).map((v, i) => rules[op]!(Number(v), Number(x[i]), Number(y[i])));
              return {
                inputs,
                ops: [
                  { op, in: ['a', 'b'], out: 'c' },
                  { op: 'backward', in: ['c', 'g'] },
                ],
                observe: ['a.grad', 'b.grad'],
                statement: () =>
                  all({
                    'a.grad': summed(
                      parts.map(([p]) => p),
                      a,
                      g.shape,
                    ),
                    'b.grad': summed(
                      parts.map(([, q]) => q),
                      b,
                      g.shape,
                    ),
                  }),
              };
            }),
        ),
    ),
};
