import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { goesAlong } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { dtypeOfAlike } from '../dtype-of-alike.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { oneOrAll, optionsFor, reduce } from './along.ts';

const ops = every(goesAlong);

/** On a CPU, PyTorch 1 has no kernels of these for `float16`. */
const withoutHalf: ReadonlySet<string> = new Set([
  'cumsum',
  'cumprod',
  'softmax',
  'softmin',
  'log_softmax',
  'logsumexp',
  'aminmax',
]);

export const dtypeOfResult: Law = {
  id: 'reductions/dtype-of-result',
  title: 'integers and booleans are summed in int64, places are int64, and everything else keeps the dtype',
  clauses: ['sum.C2', 'cumsum.C2', 'argmax.C1', 'argmin.C1', 'max.C1', 'min.C1'],
  families: [ops],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      fc
        .tuple(ops.taking(dtype), oneOrAll)
        .filter(([op]) => dtype !== 'float16' || !withoutHalf.has(op))
        .chain(([op, { shape, options }]) =>
          tensor(dtype, shape).map((x) => ({
            inputs: { x },
            ops: [reduce(op, 'x', 'y', optionsFor(op, options))],
            observe: ['y'],
            statement: () => all({ y: { dtype: dtypeOfAlike(op, dtype) } }),
          })),
        ),
    ),
};
