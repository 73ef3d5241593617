import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Law } from '../law.ts';
import { isInFull, printed } from './printed.ts';

export const brackets: Law = {
  id: 'printing/brackets',
  title: 'the shape can be read off the brackets, and the dtype off the elements and the suffix',
  clauses: ['printing.C7', 'printing.C8', 'printing.C10', 'printing.C11', 'printing.C12'],
  trials: ({ dtypes }) =>
    dtypes.length === 0
      ? { lacks: 'a dtype' }
      : fc
          .tuple(fc.constantFrom(...dtypes), fc.oneof(shape(), shape({ maxRank: 2, maxSize: 14 })).filter(isInFull))
          .chain(([dtype, s]) => tensor(dtype, s))
          .map((x) => printed(x, ({ shape, dtype }) => ({ dtype, shape }))),
};
