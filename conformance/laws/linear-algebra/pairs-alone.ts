import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import type { Literal } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** An op of stacks, and that of matrices which it is at each place; the stacks' names in the order of both. */
interface Pair {
  readonly stacked: string;
  readonly alone: string;
  readonly operands: readonly string[];
  readonly with?: Readonly<Record<string, Literal>>;
}

const isOfEach = (law: Omit<Law, 'trials'>, { stacked, alone, operands, with: options }: Pair): Law => ({
  ...law,
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      sides(4).chain(([height = 1, n = 1, m = 1, p = 1]) => {
        const places = Array.from({ length: height }, (_, k) => k);
        const call = (op: string, names: readonly string[], out: string) => ({
          op,
          in: names,
          ...(options && { with: options }),
          out,
        });
        // Of whole numbers, so that the sums are exact.
        const stacks = {
          a: whole(dtype, [height, n, m]),
          b: whole(dtype, [height, m, p]),
          c: whole(dtype, [height, n, p]),
        };
        const given = Object.fromEntries(Object.entries(stacks).filter(([name]) => operands.includes(name)));
        return fc.record(given).map((inputs) => ({
          inputs,
          ops: [
            ...places.flatMap((k) => [
              ...operands.map((list) => ({ op: 'getitem', in: [list], with: { index: [k] }, out: `${list}${k}` })),
              call(
                alone,
                operands.map((list) => `${list}${k}`),
                `y${k}`,
              ),
            ]),
            { op: 'stack', in: [places.map((k) => `y${k}`)], out: 'due' },
            call(stacked, operands, 'y'),
          ],
          observe: ['due', 'y'],
          statement: ({ due }) => all({ y: same(due!, { ulp: 1 }) }),
        }));
      }),
    ),
});

export const pairsAlone: Law = isOfEach(
  {
    id: 'linear-algebra/bmm-is-mm-of-each-pair',
    title: 'bmm of two stacks is the stack of mm of each pair',
    clauses: ['bmm.C1', 'mm.C1'],
  },
  { stacked: 'bmm', alone: 'mm', operands: ['a', 'b'] },
);

export const addedPairsAlone: Law = isOfEach(
  {
    id: 'linear-algebra/baddbmm-is-addmm-of-each',
    title: 'baddbmm of stacks is the stack of addmm of what stands at each place',
    clauses: ['baddbmm.C1', 'addmm.C1'],
  },
  { stacked: 'baddbmm', alone: 'addmm', operands: ['c', 'a', 'b'], with: { beta: 2, alpha: -1 } },
);
