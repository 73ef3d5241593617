import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint, stretched } from './reading.ts';

/** With a difference, so that exchanged operands show. */
export const readsStretchedElement: Law = {
  id: 'broadcasting/reads-stretched-element',
  title: 'every index of a stretched axis reads its only element',
  clauses: ['broadcasting.C1', 'broadcasting.C2', 'broadcasting.C3', 'sub.C1'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      broadcastable().chain(([a = [], b = []]) =>
        fc.record({ a: whole(dtype, a), b: whole(dtype, b) }).map((inputs) => {
          const shape = joint(a, b);
          const taken = stretched(inputs.b, shape);
          const data = stretched(inputs.a, shape).map((x, i) => Number(x) - Number(taken[i]));
          return {
            inputs,
            ops: [{ op: 'sub', in: ['a', 'b'], out: 'c' }],
            observe: ['c'],
            statement: () => all({ c: { dtype, shape, data: nested(data, shape), tolerance: 'exact' } }),
          };
        }),
      ),
    ),
};
