import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { joint, stretched } from './reading.ts';

/** Whole powers, which are exact before they are rounded; two of them within the 2 ulp of the page. */
export const powStretches: Law = {
  id: 'broadcasting/pow-stretches',
  title: 'pow stretches its base and its exponent',
  clauses: ['pow.C1', 'broadcasting.C2', 'broadcasting.C3'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      broadcastable().chain(([a = [], b = []]) =>
        fc
          .record({ a: whole(dtype, a, { low: 1, high: 6 }), b: whole(dtype, b, { low: 0, high: 4 }) })
          .map((inputs) => {
            const shape = joint(a, b);
            const exponents = stretched(inputs.b, shape);
            const data = stretched(inputs.a, shape).map((x, i) => Number(x) ** Number(exponents[i]));
            return {
              inputs,
              ops: [{ op: 'pow', in: ['a', 'b'], out: 'c' }],
              observe: ['c'],
              statement: () => all({ c: { dtype, shape, data: nested(data, shape), tolerance: { ulp: 2 } } }),
            };
          }),
      ),
    ),
};
