import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import { unravel } from '../../compare/elements.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { showing } from './places.ts';

export const foundByMask: Law = {
  id: 'shape/found-by-mask',
  title:
    'masked_select gives the elements where a mask holds, and nonzero of the mask where they stand, both in row-major order',
  clauses: ['masked_select.C1', 'masked_select.C2', 'nonzero.C1', 'nonzero.C3'],
  trials: (lab) =>
    lab.dtypes.includes('bool')
      ? anyDtype(lab, (dtype) =>
          shape({ maxRank: 3, maxSize: 3 })
            .chain((from) =>
              fc.record({
                x: tensor(dtype, from, { special: true }),
                truths: fc.array(fc.boolean(), { minLength: volume(from), maxLength: volume(from) }),
              }),
            )
            .map(({ x, truths }) => {
              const found = truths.flatMap((yes, k) => (yes ? [k] : []));
              const to = [found.length, x.shape.length];
              return {
                inputs: { x, m: { dtype: 'bool' as const, shape: x.shape, data: nested(truths, x.shape) } },
                ops: [
                  { op: 'masked_select', in: ['x', 'm'], out: 'y' },
                  { op: 'nonzero', in: ['m'], out: 'p' },
                ],
                observe: ['y', 'p'],
                statement: () =>
                  all({
                    y: showing(x, [found.length], found),
                    p: {
                      dtype: 'int64',
                      shape: to,
                      data: nested(
                        found.flatMap((k) => unravel(k, x.shape)),
                        to,
                      ),
                      tolerance: 'exact',
                    },
                  }),
              };
            }),
        )
      : { lacks: 'bool' },
};
