import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { reshapes } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { all, same } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { ofVolume } from './factors.ts';

const ops = every(reshapes);

/** Beside a 0, −1 cannot be told: only a size that has no 0 beside it is left out. */
export const reshapeInfers: Law = {
  id: 'shape/reshape-infers',
  title: 'reshape fills in −1, wherever it stands, with the size that remains',
  clauses: ['reshape.C2', 'view.C1'],
  families: [ops],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 })
        .chain((from) =>
          fc.record({
            op: ops.any,
            x: tensor(dtype, from),
            to: ofVolume(volume(from)).filter((to) => to.length > 0 && to.filter((n) => n === 0).length < 2),
            at: fc.nat(),
          }),
        )
        .map(({ op, x, to, at }) => {
          const zero = to.indexOf(0);
          const open = to.with(zero === -1 ? at % to.length : zero, -1);
          const option = pages[op]!.required![0]!;
          return {
            inputs: { x },
            ops: [
              { op, in: ['x'], with: { [option]: to }, out: 'told' },
              { op, in: ['x'], with: { [option]: open }, out: 'inferred' },
            ],
            observe: ['told', 'inferred'],
            statement: ({ told }) => all({ told: { shape: to }, inferred: same(told!) }),
          };
        }),
    ),
};
