import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { ofMatrices } from './forms.ts';
import { sides } from './operands.ts';
import { apart } from './precision.ts';

const LARGEST = 4;

export const distributes: Law = {
  id: 'linear-algebra/product-distributes',
  title: 'A(B + C) is AB + AC, and (B + C)D is BD + CD, within the rounding of the sums',
  clauses: ['matmul.C1', 'mm.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(sides(4), fc.constantFrom(...ofMatrices)).chain(([[n = 1, m = 1, p = 1, q = 1], op]) => {
        const matrix = (rows: number, columns: number) =>
          tensor(dtype, [rows, columns], { low: -LARGEST, high: LARGEST });
        return fc.record({ a: matrix(n, m), b: matrix(m, p), c: matrix(m, p), d: matrix(p, q) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'add', in: ['b', 'c'], out: 'sum' },
            { op, in: ['a', 'b'], out: 'ab' },
            { op, in: ['a', 'c'], out: 'ac' },
            { op: 'add', in: ['ab', 'ac'], out: 'behind' },
            { op, in: ['a', 'sum'], out: 'front' },
            { op, in: ['b', 'd'], out: 'bd' },
            { op, in: ['c', 'd'], out: 'cd' },
            { op: 'add', in: ['bd', 'cd'], out: 'apart' },
            { op, in: ['sum', 'd'], out: 'together' },
          ],
          observe: ['behind', 'front', 'apart', 'together'],
          statement: ({ behind, apart: parts }) =>
            all({
              front: same(behind!, apart(dtype, m + 2, 2 * m, LARGEST ** 2)),
              together: same(parts!, apart(dtype, p + 2, 2 * p, LARGEST ** 2)),
            }),
        }));
      }),
    ),
};
