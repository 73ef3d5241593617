import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Dtype, Literal } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';

/** A shape, or undefined for a Python number. */
const places: readonly (readonly number[] | undefined)[] = [[2], [], [1, 2], undefined];
/** Comparisons take no number first. */
const arithmetic: ReadonlySet<string> = new Set(['add', 'mul']);
const numbers: readonly Literal[] = [3, true, { float: 2 }, 0.1, { float: 'Infinity' }];

/** Any values, those of no bound included: what is computed does not matter, only that it is the same. */
export const commutes: Law = {
  id: 'promotion/commutes',
  title: 'operands of any dtypes give the same dtype and values in either order',
  clauses: ['dtypes.C5', 'dtypes.C6', 'dtypes.C7', 'dtypes.C8'],
  trials: ({ dtypes }) =>
    dtypes.length === 0
      ? { lacks: 'a dtype' }
      : fc
          .tuple(
            fc.constantFrom('add', 'mul', 'eq', 'ne'),
            fc.constantFrom<Dtype[]>(...dtypes),
            fc.constantFrom<Dtype[]>(...dtypes),
            fc.constantFrom([2], [], [1, 2]),
            fc.constantFrom(...places),
          )
          .filter(([op, , , , beside]) => beside !== undefined || arithmetic.has(op))
          .chain(([op, first, second, at, beside]) =>
            fc
              .record({
                a: tensor(first, at, { special: true }),
                b: tensor(second, beside ?? [], { special: true }),
                number: fc.constantFrom(...numbers),
              })
              .map(({ a, b, number }) => {
                const other = beside === undefined ? number : 'b';
                return {
                  inputs: beside === undefined ? { a } : { a, b },
                  ops: [
                    { op, in: ['a', other], out: 'c' },
                    { op, in: [other, 'a'], out: 'd' },
                  ],
                  observe: ['c', 'd'],
                  statement: ({ c }) => all({ d: same(c!) }),
                };
              }),
          ),
};
