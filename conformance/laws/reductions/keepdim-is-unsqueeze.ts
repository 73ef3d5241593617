import fc from 'fast-check';
import { keepsAxes } from '../../pages/families.ts';
import { all, same } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce, withAxis } from './along.ts';

const ops = every(keepsAxes);

export const keepdimIsUnsqueeze: Law = {
  id: 'reductions/keepdim-is-unsqueeze',
  title: 'with keepdim the reduced axis stays with size 1, where unsqueeze would put it',
  clauses: ['reductions.C2', 'norm.C3'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, withAxis()).chain(([op, [s, dim]]) =>
        wholesFor(op, dtype, s).map((x) => ({
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
