import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Literal } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { nearly } from './precision.ts';

const ofAnything: readonly Literal[] = [1, 2, 3, 1.5];
const ofSomething: readonly Literal[] = [...ofAnything, { float: 'Infinity' }];

export const normScales: Law = {
  id: 'linear-algebra/norm-is-homogeneous',
  title: 'the norm of a multiple is the multiple of the norm, without its sign',
  clauses: ['norm.C1', 'norm.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      shape({ maxRank: 2, maxSize: 4 }).chain((from) =>
        fc
          .record({
            x: tensor(dtype, from),
            p: fc.constantFrom(...(from.includes(0) ? ofAnything : ofSomething)),
            by: fc.constantFrom(-3.5, -1.25, 0.5, 2.75),
          })
          .map(({ x, p, by }) => ({
            inputs: { x },
            ops: [
              { op: 'norm', in: ['x'], with: { p }, out: 'own' },
              { op: 'mul', in: ['own', Math.abs(by)], out: 'due' },
              { op: 'mul', in: ['x', by], out: 'scaled' },
              { op: 'norm', in: ['scaled'], with: { p }, out: 'y' },
            ],
            observe: ['due', 'y'],
            statement: ({ due }) => all({ y: same(due!, nearly(dtype)) }),
          })),
      ),
    ),
};
