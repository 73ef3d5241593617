import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, tensorOf } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint, stretched } from './reading.ts';

const relations: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  eq: (x, y) => x === y,
  ne: (x, y) => x !== y,
  lt: (x, y) => x < y,
  le: (x, y) => x <= y,
  gt: (x, y) => x > y,
  ge: (x, y) => x >= y,
};

export const comparisonsStretch: Law = {
  id: 'broadcasting/comparisons-stretch',
  title: 'comparisons have the shape of the sum, and compare what the sum adds',
  clauses: ['eq.C1', 'ne.C1', 'lt.C1', 'le.C1', 'gt.C1', 'ge.C1', 'broadcasting.C2'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...Object.keys(relations)), broadcastable()).chain(([op, [a = [], b = []]]) =>
        // Few different numbers, so that many are equal.
        fc
          .record({ a: whole(dtype, a, { low: 0, high: 2 }), b: whole(dtype, b, { low: 0, high: 2 }) })
          .map((inputs) => {
            const shape = joint(a, b);
            const y = stretched(inputs.b, shape);
            const data = stretched(inputs.a, shape).map((x, i) => relations[op]!(Number(x), Number(y[i])));
            return {
              inputs,
              ops: [
                { op: 'add', in: ['a', 'b'], out: 'sum' },
                { op, in: ['a', 'b'], out: 'c' },
              ],
              observe: ['sum', 'c'],
              statement: ({ sum }) =>
                all({
                  c: {
                    dtype: 'bool',
                    shape: tensorOf(sum)?.shape ?? shape,
                    data: nested(data, shape),
                    tolerance: 'exact',
                  },
                }),
            };
          }),
      ),
    ),
};
