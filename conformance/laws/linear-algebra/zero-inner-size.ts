import fc from 'fast-check';
import { type Shape, size, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from './precision.ts';

type Form = readonly [op: string, first: Shape, second: Shape];
const forms = (n: number, p: number): readonly Form[] => [
  ['matmul', [n, 0], [0, p]],
  ['matmul', [n, 0], [0]],
  ['matmul', [0], [0, p]],
  ['matmul', [0], [0]],
  ['matmul', [2, n, 0], [0, p]],
  ['mm', [n, 0], [0, p]],
  ['mv', [n, 0], [0]],
  ['dot', [0], [0]],
];

export const zeroInnerSize: Law = {
  id: 'linear-algebra/zero-inner-size-gives-zeros',
  title: 'a product over an axis without elements is 0 everywhere, in the shape of the outer axes',
  clauses: ['matmul.C6', 'mm.C2', 'mv.C2', 'dot.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(size(3), size(3))
        .chain(([n, p]) => fc.constantFrom(...forms(n, p)))
        .map(([op, first, second]) => {
          const empty = (shape: Shape) => ({ dtype, shape, data: nested([], shape) });
          const shape = [...first.slice(0, -1), ...second.slice(1)];
          const zeros = nested(new Array<number>(volume(shape)).fill(0), shape);
          return {
            inputs: { a: empty(first), b: empty(second) },
            ops: [{ op, in: ['a', 'b'], out: 'c' }],
            observe: ['c'],
            statement: () => all({ c: { dtype, shape, data: zeros, tolerance: 'exact' } }),
          };
        }),
    ),
};
