import fc from 'fast-check';
import { axis, shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront } from './moves.ts';
import { places, showing } from './places.ts';

const modulo = (i: number, n: number): number => ((i % n) + n) % n;

export const rollMovesOn: Law = {
  id: 'shape/roll-moves-on',
  title: 'roll shows at every place the element that many places before it, along an axis or in the order of rows',
  clauses: ['roll.C1', 'roll.C2', 'roll.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 4, filled: true })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from, { special: true }),
            dim: fc.option(axis(from), { nil: undefined }),
            shift: fc.integer({ min: -6, max: 6 }),
          }),
        )
        .map(({ x, dim, shift }) => {
          const n = volume(x.shape);
          const at =
            dim === undefined
              ? Array.from({ length: n }, (_, k) => modulo(k - shift, n))
              : places(x.shape, x.shape, (index) => {
                  const k = fromFront(dim, x.shape.length);
                  return index.with(k, modulo(index[k]! - shift, x.shape[k]!));
                });
          return {
            inputs: { x },
            ops: [
              { op: 'roll', in: ['x'], with: { shifts: shift, ...(dim !== undefined && { dims: dim }) }, out: 'y' },
            ],
            observe: ['y'],
            statement: () => all({ y: showing(x, x.shape, at) }),
          };
        }),
    ),
};
