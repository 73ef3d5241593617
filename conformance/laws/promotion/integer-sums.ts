import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { both, goesAlong, reduces, widensIntegers } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Literal } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all, tensorOf } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { integersOf, wrappedTo } from './exact.ts';

const ops = every(both(goesAlong, widensIntegers));

const wide = { low: -(2 ** 40), high: 2 ** 40, special: true };

const running = (values: readonly bigint[]): bigint[] =>
  values.map((_, i) => values.slice(0, i + 1).reduce((sum, v) => sum + v, 0n));
/** Of other ops, the same numbers in int64 tell. */
const definitions: Readonly<Record<string, (values: readonly bigint[]) => readonly bigint[]>> = {
  sum: (values) => [running(values).at(-1) ?? 0n],
  cumsum: running,
};

export const integerSums: Law = {
  id: 'promotion/integer-sums',
  title: 'sums of integers and booleans are int64, however narrow they are, and only wrap there',
  clauses: ['sum.C2', 'dtypes.C1', 'dtypes.C2'],
  families: [ops],
  trials: ({ dtypes }) => {
    const whole = dtypes.filter((dtype) => !isFloat(dtype));
    if (whole.length === 0 || !dtypes.includes('int64')) return { lacks: 'dtype int64' };
    return fc
      .tuple(ops.any, fc.boolean(), fc.constantFrom(...whole), fc.integer({ min: 0, max: 5 }))
      .chain(([op, everything, dtype, n]) =>
        tensor(dtype, [n], wide).map((a) => {
          const values = integersOf(a);
          const due = definitions[op]?.(values);
          const shape = reduces(pages[op]!) ? [] : [n];
          const options: Record<string, Literal> = everything && reduces(pages[op]!) ? {} : { dim: 0 };
          const step = (from: string, out: string) => ({ op, in: [from], with: options, out });
          const long = { dtype: 'int64' as const, shape: [n], data: wrappedTo(values, 'int64', [n]).data! };
          return {
            inputs: { a, ...(due ? {} : { long }) },
            ops: [...(due ? [] : [step('long', 'due')]), step('a', 's')],
            observe: [...(due ? [] : ['due']), 's'],
            statement: (seen) => {
              const told = due ?? Array.from(tensorOf(seen.due)?.data ?? [], BigInt);
              return all({ s: wrappedTo(told, 'int64', shape) });
            },
          };
        }),
      );
  },
};
