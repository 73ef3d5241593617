import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { integersOf, wrappedTo } from './exact.ts';

const ops: Readonly<Record<string, (x: bigint, y: bigint) => bigint>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  neg: (x) => -x,
};
/** Products of two of these need all bits of a float64 and more. */
const wide = { low: -(2 ** 40), high: 2 ** 40, special: true };

export const wraps: Law = {
  id: 'promotion/wraps',
  title: 'integer arithmetic is exact up to the ends of the range, and wraps beyond',
  clauses: ['dtypes.C1', 'dtypes.C2', 'mul.C2'],
  trials: ({ integers }) =>
    integers.length === 0
      ? { lacks: 'an integer dtype' }
      : fc.tuple(fc.constantFrom(...Object.keys(ops)), fc.constantFrom(...integers)).chain(([op, dtype]) =>
          fc.record({ a: tensor(dtype, [3], wide), b: tensor(dtype, [3], wide) }).map(({ a, b }) => {
            const y = integersOf(b);
            const due = integersOf(a).map((x, i) => ops[op]!(x, y[i]!));
            const one = op === 'neg';
            return {
              inputs: one ? { a } : { a, b },
              ops: [{ op, in: one ? ['a'] : ['a', 'b'], out: 'c' }],
              observe: ['c'],
              statement: () => all({ c: wrappedTo(due, dtype, [3]) }),
            };
          }),
        ),
};
