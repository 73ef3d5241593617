import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

export const keepdimIsUnsqueeze: Law = {
  id: 'reductions/keepdim-is-unsqueeze',
  title: 'with keepdim the reduced axis stays with size 1, where unsqueeze would put it',
  clauses: ['reductions.C2', 'norm.C3'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom('sum', 'mean', 'var', 'std', 'max', 'min', 'argmax', 'argmin', 'norm'), withAxis())
        .chain(([op, [s, dim]]) =>
          whole(dtype, s).map((x) => ({
            inputs: { x },
            ops: [
              reduce(op, 'x', 'dropped', { dim }),
              { op: 'unsqueeze', in: ['dropped'], with: { dim }, out: 'due' },
              reduce(op, 'x', 'kept', { dim, keepdim: true }),
            ],
            observe: ['due', 'kept'],
            statement: ({ due }) => all({ kept: same(due!) }),
          })),
        ),
    ),
};
