import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront, signedOrder } from './moves.ts';
import { places, showing } from './places.ts';

export const flipReadsBackwards: Law = {
  id: 'shape/flip-reads-backwards',
  title: 'flip shows the elements from the end along its axes, and the others as they were',
  clauses: ['flip.C1', 'flip.C4'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from, { special: true }),
            order: signedOrder(from.length),
            count: fc.nat({ max: from.length }),
          }),
        )
        .map(({ x, order, count }) => {
          const dims = order.slice(0, count);
          const flipped = new Set(dims.map((dim) => fromFront(dim, x.shape.length)));
          const at = places(x.shape, x.shape, (index) =>
            index.map((i, k) => (flipped.has(k) ? x.shape[k]! - 1 - i : i)),
          );
          return {
            inputs: { x },
            ops: [{ op: 'flip', in: ['x'], with: { dims }, out: 'y' }],
            observe: ['y'],
            statement: () => all({ y: showing(x, x.shape, at) }),
          };
        }),
    ),
};
