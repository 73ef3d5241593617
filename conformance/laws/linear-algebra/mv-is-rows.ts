import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** The matrix is also read transposed, where its rows are columns in memory. */
export const mvIsRows: Law = {
  id: 'linear-algebra/mv-is-rows-dotted',
  title: 'mv is each row dotted with the vector, of a transposed matrix too',
  clauses: ['mv.C1', 'dot.C1', 'matmul.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(sides(2), fc.boolean()).chain(([[n = 1, m = 1], turned]) => {
        const [rows, inner] = turned ? [m, n] : [n, m];
        const names = Array.from({ length: rows }, (_, k) => k);
        return fc.record({ x: whole(dtype, [n, m]), v: whole(dtype, [inner]) }).map((inputs) => ({
          inputs,
          ops: [
            turned ? { op: 'T', in: ['x'], out: 'a' } : { op: 'clone', in: ['x'], out: 'a' },
            ...names.flatMap((k) => [
              { op: 'getitem', in: ['a'], with: { index: [k] }, out: `row${k}` },
              { op: 'dot', in: [`row${k}`, 'v'], out: `dot${k}` },
            ]),
            { op: 'stack', in: [names.map((k) => `dot${k}`)], out: 'due' },
            { op: 'mv', in: ['a', 'v'], out: 'c' },
            { op: 'matmul', in: ['a', 'v'], out: 'd' },
          ],
          observe: ['due', 'c', 'd'],
          statement: ({ due }) => all({ c: same(due!, { ulp: 1 }), d: same(due!, { ulp: 1 }) }),
        }));
      }),
    ),
};
