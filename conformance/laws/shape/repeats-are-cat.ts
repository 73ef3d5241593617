import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront } from './moves.ts';

/** Of which option an op is told how many copies stand along each axis. */
const OPTION = { repeat: 'repeats', tile: 'dims' } as const;

const repeatsAreCat = (op: keyof typeof OPTION): Law => ({
  id: `shape/${op}-is-cat-of-copies`,
  title: `${op} along an axis is cat of so many copies along it`,
  clauses: [`${op}.C1`, 'cat.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3 })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from, { special: true }),
            dim: axis(from),
            times: fc.integer({ min: 1, max: 3 }),
            short: fc.boolean(),
          }),
        )
        .map(({ x, dim, times, short }) => {
          const at = fromFront(dim, x.shape.length);
          const by = x.shape.map((_, k) => (k === at ? times : 1));
          return {
            inputs: { x },
            ops: [
              { op: 'cat', in: [new Array<string>(times).fill('x')], with: { dim }, out: 'due' },
              { op, in: ['x'], with: { [OPTION[op]]: op === 'tile' && short ? by.slice(at) : by }, out: 'y' },
            ],
            observe: ['due', 'y'],
            statement: ({ due }) => all({ y: same(due!) }),
          };
        }),
    ),
});

export const repeatIsCat: Law = repeatsAreCat('repeat');
export const tileIsCat: Law = repeatsAreCat('tile');
