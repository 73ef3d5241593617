import fc from 'fast-check';
import { broadcastable, volume } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { joint, reading } from '../broadcasting/reading.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

const MANY = 9;

/** Batches of rank 1 and 2, which broadcast; each side is seen as a list of matrices. */
export const batches: Law = {
  id: 'linear-algebra/batches-are-matrices-alone',
  title: 'a product of batches is each pair of matrices multiplied alone, where batches broadcast',
  clauses: ['matmul.C3', 'broadcasting.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(
          sides(3),
          broadcastable(2, { maxRank: 2, maxSize: 3, filled: true }).filter((both) => both.some((s) => s.length > 0)),
        )
        .filter(([, [first = [], second = []]]) => volume(joint(first, second)) <= MANY)
        .chain(([[n = 1, m = 1, p = 1], [first = [], second = []]]) =>
          fc.record({ a: whole(dtype, [...first, n, m]), b: whole(dtype, [...second, m, p]) }).map((inputs) => {
            const batch = joint(first, second);
            const [left, right] = [reading(first, batch), reading(second, batch)];
            const one = (list: string, at: number, out: string) => ({
              op: 'getitem',
              in: [list],
              with: { index: [at] },
              out,
            });
            return {
              inputs,
              ops: [
                { op: 'reshape', in: ['a'], with: { shape: [-1, n, m] }, out: 'lefts' },
                { op: 'reshape', in: ['b'], with: { shape: [-1, m, p] }, out: 'rights' },
                ...left.flatMap((at, k) => [
                  one('lefts', at, `left${k}`),
                  one('rights', right[k]!, `right${k}`),
                  { op: 'matmul', in: [`left${k}`, `right${k}`], out: `c${k}` },
                ]),
                { op: 'stack', in: [left.map((_, k) => `c${k}`)], out: 'list' },
                { op: 'reshape', in: ['list'], with: { shape: [...batch, n, p] }, out: 'due' },
                { op: 'matmul', in: ['a', 'b'], out: 'c' },
              ],
              observe: ['due', 'c'],
              statement: ({ due }) => all({ c: same(due!, { ulp: 1 }) }),
            };
          }),
        ),
    ),
};
