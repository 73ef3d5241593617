import fc from 'fast-check';
import { axis } from '../../arbitraries/shape.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { distinct, small } from './operands.ts';
import { gradientsOf, type Program } from './program.ts';

/** Of unequal elements: where two change places, there is no derivative. */
export const orders: Law = againstDifferences(
  {
    id: 'gradients/orders',
    title: 'the gradients of what is put in order, and of the first of it, are their numeric derivatives',
    clauses: ['sort.C7', 'topk.C7'],
  },
  (precision) =>
    small(6, { minRank: 1 })
      .chain((from) =>
        fc.record({
          x: distinct(precision, from),
          dim: axis(from),
          up: fc.boolean(),
          k: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
        }),
      )
      .map(({ x, dim, up, k }): Program => {
        const n = x.shape.at(dim)!;
        const most = k === undefined ? n : (k % n) + 1;
        const options = k === undefined ? { dim, descending: up } : { k: most, dim, largest: up };
        return {
          inputs: { x },
          steps: [{ op: k === undefined ? 'sort' : 'topk', in: ['x'], with: options, out: ['y', null] }],
          out: 'y',
          shape: x.shape.with(dim, most),
          gradients: gradientsOf(['x']),
        };
      }),
);
