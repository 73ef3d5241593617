import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';

/** min(x, y) = −max(−x, −y), NaN beside numbers included; which of two zeros it is, is open. */
export const fminIsFmaxOfNegated: Law = {
  id: 'pointwise/fmin-is-fmax-of-negated',
  title: 'the smaller of two numbers is the negative of the larger of their negatives, beside NaN too',
  clauses: ['fmin.C2', 'fmax.C2'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      broadcastable().chain(([a = [], b = []]) =>
        fc.record({ x: tensor(dtype, a, { special: true }), y: tensor(dtype, b, { special: true }) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'fmin', in: ['x', 'y'], out: 'least' },
            { op: 'neg', in: ['x'], out: 'u' },
            { op: 'neg', in: ['y'], out: 'v' },
            { op: 'fmax', in: ['u', 'v'], out: 'most' },
            { op: 'neg', in: ['most'], out: 'z' },
          ],
          observe: ['least', 'z'],
          statement: ({ z }) => all({ least: same(z!, { rtol: 1e-9, atol: 0 }) }),
        })),
      ),
    ),
};
