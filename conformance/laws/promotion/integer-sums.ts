import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { integersOf, wrappedTo } from './exact.ts';

const wide = { low: -(2 ** 40), high: 2 ** 40, special: true };

export const integerSums: Law = {
  id: 'promotion/integer-sums',
  title: 'sums of integers and booleans are int64, however narrow they are, and only wrap there',
  clauses: ['sum.C2', 'dtypes.C1', 'dtypes.C2'],
  trials: ({ dtypes }) => {
    const whole = dtypes.filter((dtype) => !isFloat(dtype));
    if (whole.length === 0 || !dtypes.includes('int64')) return { lacks: 'dtype int64' };
    return fc
      .tuple(fc.constantFrom('all', 'axis', 'so far'), fc.constantFrom(...whole), fc.integer({ min: 0, max: 5 }))
      .chain(([which, dtype, n]) =>
        tensor(dtype, [n], wide).map((a) => {
          const values = integersOf(a);
          const running = values.map((_, i) => values.slice(0, i + 1).reduce((sum, v) => sum + v, 0n));
          const [due, shape] = which === 'so far' ? [running, [n]] : [[running.at(-1) ?? 0n], []];
          const op = which === 'so far' ? 'cumsum' : 'sum';
          return {
            inputs: { a },
            ops: [{ op, in: ['a'], ...(which === 'all' ? {} : { with: { dim: 0 } }), out: 's' }],
            observe: ['s'],
            statement: () => all({ s: wrappedTo(due, 'int64', shape) }),
          };
        }),
      );
  },
};
