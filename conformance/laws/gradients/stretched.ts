import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import { leaf } from '../../arbitraries/tensor.ts';
import { arithmetic, both, differentiable } from '../../pages/families.ts';
import { inFull } from '../broadcasting/in-full.ts';
import { reading } from '../broadcasting/reading.ts';
import { numbers, together } from '../claims.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain } from './chain.ts';
import { drawn, operandWithin, small } from './operands.ts';
import { finest, near } from './precision.ts';

const ops = every(both(arithmetic, differentiable));

/** Of moderate size, so that chains do not overflow. */
const moderate = { low: -2, high: 2 };

/** Beside the same operand written out in full, whose elements all receive their own part. */
export const stretched: Law = {
  id: 'gradients/stretched',
  title: 'a stretched operand receives the sum of what its copies would receive',
  clauses: ['broadcasting.C7', 'autograd.C6'],
  families: [ops],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc
        .tuple(ops.any, small(6, { minRank: 1 }), fc.nat({ max: 2 }), fc.nat({ max: 7 }))
        .chain(([op, full, drop, ones]) => {
          const part = full.map((n, k) => ((ones >> k) & 1 ? 1 : n)).slice(drop);
          return chain(precision, { from: 'y', shape: full, mark: 'z' }).chain((f) =>
            fc
              .record({
                a: operandWithin(precision, op, 0, full, moderate),
                b: operandWithin(precision, op, 1, part, moderate),
                c: drawn(precision, f.shape, { low: -2, high: 2 }),
              })
              .map(({ a, b, c }): Trial => {
                const g = again(f, 'y2', '_2');
                const from = reading(part, full);
                return {
                  inputs: { a, b: leaf(b), written: leaf(inFull(b, full)), ...f.inputs, c },
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
