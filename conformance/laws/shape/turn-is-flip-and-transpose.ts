import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { signedOrder } from './moves.ts';

/** Of k quarters: what is flipped first, and whether the axes are swapped. */
const steps = (k: number, [a, b]: readonly [number, number]) => {
  const turns = ((k % 4) + 4) % 4;
  return { flipped: [[], [b], [a, b], [a]][turns]!, swaps: turns % 2 === 1 };
};

export const turnIsFlipAndTranspose: Law = {
  id: 'shape/turn-is-flip-and-transpose',
  title: 'a quarter turn flips the axis that it turns towards, and swaps the two; half a turn flips both',
  clauses: ['rot90.C1', 'rot90.C2', 'rot90.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 2, maxRank: 4, maxSize: 3 })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from, { special: true }),
            order: signedOrder(from.length),
            k: fc.integer({ min: -5, max: 5 }),
            plain: fc.boolean(),
          }),
        )
        .map(({ x, order, k, plain }) => {
          const dims = (plain ? [0, 1] : order.slice(0, 2)) as [number, number];
          const { flipped, swaps } = steps(k, dims);
          return {
            inputs: { x },
            ops: [
              { op: 'flip', in: ['x'], with: { dims: flipped }, out: 'f' },
              { op: 'transpose', in: ['f'], with: { dim0: dims[0], dim1: dims[swaps ? 1 : 0] }, out: 'due' },
              { op: 'rot90', in: ['x'], with: { k, ...(plain ? {} : { dims }) }, out: 'y' },
            ],
            observe: ['due', 'y'],
            statement: ({ due }) => all({ y: same(due!) }),
          };
        }),
    ),
};
