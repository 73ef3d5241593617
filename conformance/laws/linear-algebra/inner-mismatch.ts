import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { raises } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

type Form = readonly [op: string, first: (n: number, m: number) => Shape, second: (m: number, p: number) => Shape];
const matrix = (rows: number, columns: number): Shape => [rows, columns];
const forms: readonly Form[] = [
  ['matmul', matrix, matrix],
  ['matmul', matrix, (m) => [m]],
  ['matmul', (_, m) => [m], matrix],
  ['matmul', (n, m) => [2, n, m], matrix],
  ['mm', matrix, matrix],
  ['mv', matrix, (m) => [m]],
  ['dot', (_, m) => [m], (m) => [m]],
];

/** The first op is the control: the same product with the second operand as it has to be. A size of 1 is not stretched. */
export const innerMismatch: Law = {
  id: 'linear-algebra/inner-mismatch-raises',
  title: 'inner sizes that differ raise, also where one of them is 1 or 0',
  clauses: ['matmul.C4', 'mm.C3', 'mv.C3', 'dot.C3'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom(...forms), sides(3), fc.nat({ max: 4 }))
        .filter(([, [, m], other]) => m !== other)
        .chain(([[op, first, second], [n = 1, m = 1, p = 1], other]) =>
          fc
            .record({
              a: whole(dtype, first(n, m)),
              b: whole(dtype, second(m, p)),
              wrong: whole(dtype, second(other, p)),
            })
            .map((inputs) => ({
              inputs,
              ops: [
                { op, in: ['a', 'b'], out: 'control' },
                { op, in: ['a', 'wrong'], out: 'c' },
              ],
              observe: [],
              statement: () => raises('shape_mismatch', 1),
            })),
        ),
    ),
};
