import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { OpStep } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { inOrder, overwritten, showing } from './places.ts';

/** Ops that copy a tensor with axes as it is. */
const copies: readonly Omit<OpStep, 'out'>[] = [
  { op: 'clone', in: ['x'] },
  { op: 'cat', in: [['x']] },
  { op: 'getitem', in: ['x'], with: { index: [{ ref: 'i' }] } },
];

export const copiesStandApart: Law = {
  id: 'shape/copies-stand-apart',
  title: 'clone, cat and an index tensor copy: writing to either side leaves the other as it was',
  clauses: ['views.C2', 'clone.C1', 'cat.C5', 'getitem.C2'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true }).chain((from) =>
        fc.record({ x: whole(dtype, from), copy: fc.constantFrom(...copies) }).map(({ x, copy }) => {
          const at = inOrder(from);
          const filled = (value: number) =>
            showing(
              overwritten(x, at, () => value),
              from,
              at,
            );
          const i = { dtype: 'int64' as const, shape: [from[0]!], data: inOrder([from[0]!]) };
          return {
            inputs: { x, i },
            ops: [
              { ...copy, out: 'written' },
              { op: 'fill_', in: ['written', 8] },
              { ...copy, out: 'copy' },
              { op: 'fill_', in: ['x', 9] },
            ],
            observe: ['written', 'copy', 'x'],
            statement: () => all({ written: filled(8), copy: showing(x, from, at), x: filled(9) }),
          };
        }),
      ),
    ),
};
