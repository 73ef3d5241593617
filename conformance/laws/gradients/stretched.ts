import fc from 'fast-check';
import { broadcast, type Shape, volume } from '../../arbitraries/shape.ts';
import { leaf, nested } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';
import { numbers, together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { finest, near } from './precision.ts';

/** Beside the same operand written out in full, whose elements all receive their own part. */
export const stretched: Law = {
  id: 'gradients/stretched',
  title: 'a stretched operand receives the sum of what its copies would receive',
  clauses: ['broadcasting.C7', 'autograd.C6'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc
        .tuple(fc.constantFrom('add', 'sub', 'mul'), small(6, { minRank: 1 }), fc.nat({ max: 2 }), fc.nat({ max: 7 }))
        .chain(([op, full, drop, ones]) => {
          const part = full.map((n, k) => ((ones >> k) & 1 ? 1 : n)).slice(drop);
          return chain(precision, { from: 'y', shape: full, mark: 'z' }).chain((f) =>
            fc
              .record({
                a: origin(precision, full),
                b: origin(precision, part),
                c: drawn(precision, f.shape, { low: -2, high: 2 }),
              })
              .map(({ a, b, c }): Trial => {
                const g = again(f, 'y2', '_2');
                const from = sources(part, full);
                return {
                  inputs: { a, b: leaf(b), written: leaf(inFull(b, full, from)), ...f.inputs, c },
                  ops: [
                    { op, in: ['a', 'b'], out: 'y' },
                    ...f.steps,
                    { op: 'backward', in: [f.out, 'c'] },
                    { op, in: ['a', 'written'], out: 'y2' },
                    ...g.steps,
                    { op: 'backward', in: [g.out, 'c'] },
                  ],
                  observe: ['b.grad', 'written.grad'],
                  statement: (seen) => {
                    const [sum, terms] = [
                      new Array<number>(volume(part)).fill(0),
                      new Array<number>(volume(part)).fill(0),
                    ];
                    for (const [at, value] of numbers(seen['written.grad']).entries()) {
                      sum[from[at]!]! += value;
                      terms[from[at]!]! += Math.abs(value);
                    }
                    return together({ 'b.grad': near(seen['b.grad'], sum, precision, terms) });
                  },
                };
              }),
          );
        }),
    ),
};

/** For each element of the full shape, the one that it is a copy of. */
const sources = (part: Shape, full: Shape): number[] => {
  if (broadcast(part, full) === undefined) throw new RangeError('the shapes do not broadcast');
  return Array.from({ length: volume(full) }, (_, flat) => {
    let [rest, at, step] = [flat, 0, 1];
    for (let k = 1; k <= full.length; k++) {
      const size = part.at(-k) ?? 1;
      if (k <= part.length) {
        if (size > 1) at += (rest % full.at(-k)!) * step;
        step *= size;
      }
      rest = Math.floor(rest / full.at(-k)!);
    }
    return at;
  });
};

const inFull = (b: TensorValue, full: Shape, from: readonly number[]): TensorValue => {
  const data = flatten(b.data);
  return {
    dtype: b.dtype,
    shape: full,
    data: nested(
      from.map((at) => data[at]!),
      full,
    ),
  };
};
