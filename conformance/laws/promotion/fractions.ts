import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all, same, tensorOf } from '../claims.ts';
import type { Law } from '../law.ts';

/** Division by what is already float32 is the division of two float32 tensors, which other laws know. */
export const fractions: Law = {
  id: 'promotion/fractions',
  title: 'ops that need fractions take integers and booleans for float32',
  clauses: ['dtypes.C10'],
  trials: ({ dtypes }) => {
    const whole = dtypes.filter((dtype) => !isFloat(dtype));
    if (whole.length === 0 || !dtypes.includes('float32')) return { lacks: 'an integer dtype beside float32' };
    const any = fc.constantFrom(...whole);
    const between = { low: 0, high: 100 };
    return fc
      .tuple(fc.constantFrom('div', 'exp', 'sqrt', 'log'), any, any, fc.constantFrom([3], []))
      .chain(([op, first, second, s]) =>
        fc.record({ a: tensor(first, s, between), b: tensor(second, s, between) }).map((inputs) => {
          const both = op === 'div';
          return {
            inputs: both ? inputs : { a: inputs.a },
            ops: [
              { op: 'to', in: ['a'], with: { dtype: 'float32' }, out: 'x' },
              ...(both ? [{ op: 'to', in: ['b'], with: { dtype: 'float32' }, out: 'y' }] : []),
              { op, in: both ? ['x', 'y'] : ['x'], out: 'due' },
              { op, in: both ? ['a', 'b'] : ['a'], out: 'c' },
            ],
            observe: ['due', 'c'],
            statement: ({ due }) =>
              tensorOf(due)?.dtype === 'float32' ? all({ c: same(due!, { ulp: 1 }) }) : undefined,
          };
        }),
      );
  },
};
