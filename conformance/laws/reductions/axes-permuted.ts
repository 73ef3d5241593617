import fc from 'fast-check';
import { keepsAxes } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce, withAxis } from './along.ts';
import { inAnyOrder } from './in-any-order.ts';

const ops = every(keepsAxes);

/** `keepdim` leaves the axes where they are, so that one permutation fits input and result. */
export const axesPermuted: Law = {
  id: 'reductions/axes-permuted',
  title: 'reducing permuted axes gives the permuted result, whatever the memory is like',
  clauses: ['reductions.C1', 'reductions.C2', 'permute.C1'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, withAxis({ filled: true })).chain(([op, [s, drawn]]) =>
        fc
          .tuple(wholesFor(op, dtype, s), fc.shuffledSubarray([...s.keys()], { minLength: s.length }))
          .map(([x, dims]) => {
            const dim = (drawn + s.length) % s.length;
            return {
              inputs: { x },
              ops: [
                reduce(op, 'x', 'y', { dim: dims[dim]!, keepdim: true }),
                { op: 'permute', in: ['y'], with: { dims }, out: 'due' },
                { op: 'permute', in: ['x'], with: { dims }, out: 'p' },
                reduce(op, 'p', 'z', { dim, keepdim: true }),
              ],
              observe: ['due', 'z'],
              statement: ({ due }) => all({ z: inAnyOrder(op, due!) }),
            };
          }),
      ),
    ),
};
