import fc from 'fast-check';
import { elementsOf, leaf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, withAxis } from './along.ts';
import { setsOf } from './sets.ts';

export const cumsumGradient: Law = {
  id: 'reductions/cumsum-gradient',
  title: 'the gradient of a running sum is the running sum of the cotangent from the end',
  clauses: ['cumsum.C5'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      withAxis().chain(([s, dim]) =>
        fc.record({ x: whole(dtype, s).map(leaf), g: whole(dtype, s, { low: 1 }) }).map((inputs) => {
          const due = elementsOf(inputs.g).map(Number);
          for (const set of setsOf(s, [dim]).members) {
            for (let k = set.length - 2; k >= 0; k--) due[set[k]!]! += due[set[k + 1]!]!;
          }
          return {
            inputs,
            ops: [reduce('cumsum', 'x', 'y', { dim }), { op: 'backward', in: ['y', 'g'] }],
            observe: ['x.grad'],
            statement: () => all({ 'x.grad': { dtype, shape: s, data: nested(due, s), tolerance: 'exact' } }),
          };
        }),
      ),
    ),
};
