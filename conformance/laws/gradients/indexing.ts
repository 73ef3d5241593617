import fc from 'fast-check';
import type { OpStep } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn, small } from './operands.ts';
import { gradientsOf, type Program } from './program.ts';
import { fitting, selectionOf } from './selection.ts';

/** Reading, and writing into a copy of the leaf. */
export const indexing: Law = againstDifferences(
  {
    id: 'gradients/indexing',
    title: 'the gradients of what is read and written by an index are their numeric derivatives',
    clauses: ['getitem.C4', 'setitem.C5', 'autograd.C12'],
  },
  (precision) =>
    fc.tuple(small(4, { minRank: 1 }), fc.boolean()).chain(([from, write]) =>
      selectionOf(from, write).chain((selection) => {
        const { index, tensors, shape } = selection;
        if (!write) {
          const steps: readonly OpStep[] = [{ op: 'getitem', in: ['x'], with: { index }, out: 'y' }];
          return drawn(precision, from).map(
            (x): Program => ({ inputs: { x, ...tensors }, steps, out: 'y', shape, gradients: gradientsOf(['x']) }),
          );
        }
        const steps: readonly OpStep[] = [
          { op: 'clone', in: ['x'], out: 'y' },
          { op: 'setitem', in: ['y', 'v'], with: { index } },
        ];
        return fitting(selection)
          .chain((fits) => fc.record({ x: drawn(precision, from), v: drawn(precision, fits) }))
          .map(
            (inputs): Program => ({
              inputs: { ...inputs, ...tensors },
              steps,
              out: 'y',
              shape: from,
              gradients: gradientsOf(['x', 'v']),
            }),
          );
      }),
    ),
);
