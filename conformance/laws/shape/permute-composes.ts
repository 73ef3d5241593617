import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront, permuted, signedOrder } from './moves.ts';
import { showing } from './places.ts';

export const permuteComposes: Law = {
  id: 'shape/permute-composes',
  title: 'axis k of permute is axis dims[k], and two permutations after each other are one',
  clauses: ['permute.C1', 'permute.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 }).chain((from) =>
        fc
          .record({
            x: tensor(dtype, from, { special: true }),
            first: signedOrder(from.length),
            second: signedOrder(from.length),
          })
          .map(({ x, first, second }) => {
            const once = permuted(from, first);
            return {
              inputs: { x },
              ops: [
                { ...once.op, in: ['x'], out: 'y' },
                { op: 'permute', in: ['y'], with: { dims: second }, out: 'z' },
                {
                  op: 'permute',
                  in: ['x'],
                  with: { dims: second.map((dim) => first[fromFront(dim, from.length)]!) },
                  out: 'direct',
                },
              ],
              observe: ['y', 'z', 'direct'],
              statement: ({ direct }) => all({ y: showing(x, once.shape, once.places), z: same(direct!) }),
            };
          }),
      ),
    ),
};
