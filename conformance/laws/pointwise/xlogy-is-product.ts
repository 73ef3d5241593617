import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import { small } from '../gradients/operands.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** x·ln y but for what 0 makes of a logarithm that is not finite; y may be 0 and below it. */
export const xlogyIsProduct: Law = {
  id: 'pointwise/xlogy-is-product',
  title: 'it is the first times the logarithm of the second, and 0 where the first is 0',
  clauses: ['xlogy.C2', 'xlogy.C3'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      small(12).chain((shape) =>
        fc
          .record({ x: tensor(dtype, shape, { low: -2, high: 2 }), y: tensor(dtype, shape, { low: -1, high: 4 }) })
          .map((inputs) => ({
            inputs,
            ops: [
              { op: 'log', in: ['y'], out: 'l' },
              { op: 'mul', in: ['x', 'l'], out: 'p' },
              { op: 'xlogy', in: ['x', 'y'], out: 'z' },
            ],
            observe: ['x', 'p', 'z'],
            statement: ({ x, p }) => {
              const [factors, seen] = [numbers(x), tensorOf(p)];
              if (seen === undefined) return undefined;
              const due = numbers(seen).map((product, i) => (factors[i] === 0 ? 0 : product));
              return all({ z: valued(seen, due, { rtol: dtype === 'float32' ? 1e-6 : 1e-14, atol: 0 }) });
            },
          })),
      ),
    ),
};
