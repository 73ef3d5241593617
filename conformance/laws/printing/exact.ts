import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Law } from '../law.ts';
import { isInFull, printed } from './printed.ts';
import { elementOf } from './values.ts';

export const exact: Law = {
  id: 'printing/exact',
  title: 'what a tensor of integers or booleans prints reads back to exactly its values',
  clauses: ['printing.C1', 'dtypes.C1'],
  trials: ({ dtypes, integers }) => {
    const whole = dtypes.filter((dtype) => dtype === 'bool' || integers.includes(dtype));
    if (whole.length === 0) return { lacks: 'a dtype of integers or booleans' };
    return fc
      .tuple(fc.constantFrom(...whole), shape({ maxRank: 3 }).filter(isInFull))
      .chain(([dtype, s]) => tensor(dtype, s, { low: -(2 ** 62), high: 2 ** 62, special: true }))
      .map((x) =>
        printed(x, ({ elements, shape }) => ({
          dtype: x.dtype,
          data: nested(elements.map(elementOf), shape),
          tolerance: 'exact',
        })),
      );
  },
};
