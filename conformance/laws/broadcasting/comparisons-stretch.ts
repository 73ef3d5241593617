import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { comparison } from '../../pages/families.ts';
import { all, numbers, tensorOf } from '../claims.ts';
import { relations } from '../definitions.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { inFull } from './in-full.ts';
import { joint, stretched } from './reading.ts';

const ops = every(comparison);

export const comparisonsStretch: Law = {
  id: 'broadcasting/comparisons-stretch',
  title: 'comparisons have the shape of the sum, and compare what the sum adds',
  clauses: [
    'eq.C1',
    'ne.C1',
    'lt.C1',
    'le.C1',
    'gt.C1',
    'ge.C1',
    'logical_and.C1',
    'logical_or.C1',
    'logical_xor.C1',
    'broadcasting.C2',
  ],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable()).chain(([op, [a = [], b = []]]) =>
        // Few different numbers, so that many are equal.
        fc
          .record({ a: whole(dtype, a, { low: 0, high: 2 }), b: whole(dtype, b, { low: 0, high: 2 }) })
          .map((inputs) => {
            const shape = joint(a, b);
            const relation = relations[op];
            const y = stretched(inputs.b, shape);
            const compared = relation && stretched(inputs.a, shape).map((x, i) => relation(Number(x), Number(y[i])));
            return {
              inputs: compared ? inputs : { ...inputs, x: inFull(inputs.a, shape), y: inFull(inputs.b, shape) },
              ops: [
                { op: 'add', in: ['a', 'b'], out: 'sum' },
                ...(compared ? [] : [{ op, in: ['x', 'y'], out: 'due' }]),
                { op, in: ['a', 'b'], out: 'c' },
              ],
              observe: ['sum', ...(compared ? [] : ['due']), 'c'],
              statement: ({ sum, due }) => {
                const data = nested(compared ?? numbers(due).map((v) => v !== 0), shape);
                return all({ c: { dtype: 'bool', shape: tensorOf(sum)?.shape ?? shape, data, tolerance: 'exact' } });
              },
            };
          }),
      ),
    ),
};
