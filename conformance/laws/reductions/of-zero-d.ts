import fc from 'fast-check';
import { elementsOf } from '../../arbitraries/tensor.ts';
import { goesAlong } from '../../pages/families.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import { dtypeOfAlike } from '../dtype-of-alike.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { optionsFor, reduce } from './along.ts';

const ops = every(goesAlong);

const itself = (x: number): number => x;
const zero = (): number => 0;
/** What the pages say of a single element. */
const ofOne: Readonly<Record<string, (x: number) => number>> = {
  sum: itself,
  mean: itself,
  max: itself,
  min: itself,
  cumsum: itself,
  argmax: zero,
  argmin: zero,
  var: zero,
  std: zero,
  log_softmax: zero,
  softmax: () => 1,
  softmin: () => 1,
};

export const ofZeroD: Law = {
  id: 'reductions/of-zero-d',
  title:
    'a 0-d tensor takes the axes 0 and −1, as a vector of its element does, and is its own sum, mean, running sum and largest element',
  clauses: ['reductions.C5', 'cumsum.C1', 'var.C3', 'std.C2'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      ops.any.chain((op) =>
        fc.tuple(fc.constantFrom(0, -1), fc.boolean(), wholesFor(op, dtype, [])).map(([dim, keepdim, x]) => {
          const options = optionsFor(op, { dim, unbiased: false, ...(keepdim ? { keepdim } : {}) });
          const vector = { dtype, shape: [1], data: [elementsOf(x)[0] as number] };
          return {
            inputs: { x, vector },
            ops: [reduce(op, 'vector', 'due', options), reduce(op, 'x', 'y', options)],
            observe: ['due', 'y'],
            statement: ({ due }) => {
              const seen = tensorOf(due);
              if (seen === undefined) return undefined;
              const known = ofOne[op]?.(Number(vector.data[0]));
              const form = { ...seen, dtype: dtypeOfAlike(op, dtype), shape: [] };
              const given = known === undefined ? numbers(seen) : [known];
              return all({ y: valued(form, form.dtype === 'bool' ? given.map(Boolean) : given, 'exact') });
            },
          };
        }),
      ),
    ),
};
