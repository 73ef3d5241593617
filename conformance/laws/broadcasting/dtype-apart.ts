import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { binary } from '../../pages/families.ts';
import { all, tensorOf } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { joint } from './reading.ts';

const ops = every(binary);

/** Only of tensors with axes: a 0-d one counts by its kind. */
export const dtypeApart: Law = {
  id: 'broadcasting/dtype-apart',
  title: 'the dtype of a result does not depend on what was stretched, be it a single element',
  clauses: ['dtypes.C5', 'dtypes.C6', 'broadcasting.C2'],
  families: [ops],
  trials: ({ floats, integers }) => {
    const numeric = [...floats, ...integers];
    if (numeric.length < 2) return { lacks: 'a second dtype' };
    // So that no op raises: only the dtype counts.
    const positive = { low: 1 };
    const any = fc.constantFrom(...numeric);
    return fc
      .tuple(
        ops.any,
        any,
        any,
        broadcastable(2, { minRank: 1, maxRank: 3, maxSize: 3 }).filter((all) => all.every((s) => s.length > 0)),
      )
      .chain(([op, first, second, [a = [], b = []]]) =>
        fc.record({ a: whole(first, a, positive), b: whole(second, b, positive) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'expand', in: ['a'], with: { size: [...joint(a, b)] }, out: 'A' },
            { op: 'expand', in: ['b'], with: { size: [...joint(a, b)] }, out: 'B' },
            { op, in: ['A', 'B'], out: 'equal' },
            { op, in: ['a', 'b'], out: 'c' },
          ],
          observe: ['equal', 'c'],
          statement: ({ equal }) => {
            const dtype = tensorOf(equal)?.dtype;
            return dtype === undefined ? undefined : all({ c: { dtype } });
          },
        })),
      );
  },
};
