import fc from 'fast-check';
import { elementsOf } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce } from './along.ts';

const itself = ['sum', 'mean', 'max', 'min', 'cumsum'];
const zero = ['argmax', 'argmin', 'var', 'std'];

export const ofZeroD: Law = {
  id: 'reductions/of-zero-d',
  title: 'a 0-d tensor takes the axes 0 and −1, and is its own sum, mean, running sum and largest element',
  clauses: ['reductions.C5', 'cumsum.C1', 'var.C3', 'std.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom(...itself, ...zero), fc.constantFrom(0, -1), fc.boolean(), whole(dtype, []))
        .map(([op, dim, keepdim, x]) => {
          const options = {
            dim,
            ...(keepdim && op !== 'cumsum' ? { keepdim } : {}),
            ...(op === 'var' || op === 'std' ? { unbiased: false } : {}),
          };
          const data = itself.includes(op) ? Number(elementsOf(x)[0]) : 0;
          return {
            inputs: { x },
            ops: [reduce(op, 'x', 'y', options)],
            observe: ['y'],
            statement: () =>
              all({ y: { dtype: op.startsWith('arg') ? 'int64' : dtype, shape: [], data, tolerance: 'exact' } }),
          };
        }),
    ),
};
