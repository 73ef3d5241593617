import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

type Sizes = readonly [height: number, n: number, m: number, p: number];

/** Of whole numbers, so that the sums are exact. */
const stacks =
  (trial: (sizes: Sizes) => Omit<Trial, 'inputs' | 'statement'>, added: boolean): Law['trials'] =>
  (lab) =>
    wideNumeric(lab, (dtype) =>
      sides(4).chain(([h = 1, n = 1, m = 1, p = 1]) =>
        fc
          .record({
            a: whole(dtype, [h, n, m]),
            b: whole(dtype, [h, m, p]),
            ...(added && { c: whole(dtype, [h, n, p]) }),
          })
          .map((inputs) => ({
            inputs,
            ...trial([h, n, m, p]),
            statement: ({ due }) => all({ y: same(due!, { ulp: 1 }) }),
          })),
      ),
    );

const pick = (list: string, k: number) => ({ op: 'getitem', in: [list], with: { index: [k] }, out: `${list}${k}` });
const places = (height: number): readonly number[] => Array.from({ length: height }, (_, k) => k);

export const pairsAlone: Law = {
  id: 'linear-algebra/bmm-is-mm-of-each-pair',
  title: 'bmm of two stacks is the stack of mm of each pair',
  clauses: ['bmm.C1', 'mm.C1'],
  trials: stacks(
    ([height]) => ({
      ops: [
        ...places(height).flatMap((k) => [
          pick('a', k),
          pick('b', k),
          { op: 'mm', in: [`a${k}`, `b${k}`], out: `y${k}` },
        ]),
        { op: 'stack', in: [places(height).map((k) => `y${k}`)], out: 'due' },
        { op: 'bmm', in: ['a', 'b'], out: 'y' },
      ],
      observe: ['due', 'y'],
    }),
    false,
  ),
};

export const addedPairsAlone: Law = {
  id: 'linear-algebra/baddbmm-is-addmm-of-each',
  title: 'baddbmm of stacks is the stack of addmm of what stands at each place',
  clauses: ['baddbmm.C1', 'addmm.C1'],
  trials: stacks(
    ([height]) => ({
      ops: [
        ...places(height).flatMap((k) => [
          pick('a', k),
          pick('b', k),
          pick('c', k),
          { op: 'addmm', in: [`c${k}`, `a${k}`, `b${k}`], with: { beta: 2, alpha: -1 }, out: `y${k}` },
        ]),
        { op: 'stack', in: [places(height).map((k) => `y${k}`)], out: 'due' },
        { op: 'baddbmm', in: ['c', 'a', 'b'], with: { beta: 2, alpha: -1 }, out: 'y' },
      ],
      observe: ['due', 'y'],
    }),
    true,
  ),
};
