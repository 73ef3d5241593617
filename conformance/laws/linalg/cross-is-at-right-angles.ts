import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { eighths, factored } from './matrices.ts';

export const crossIsAtRightAngles: Law = {
  id: 'linalg/cross-is-at-right-angles',
  title: 'a cross product stands at right angles to both of its vectors, whichever axis they lie along',
  clauses: ['linalg.cross.C1', 'linalg.cross.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(fc.constantFrom([3], [3, 2], [2, 3], [2, 3, 2]), fc.boolean()).chain(([shape, negative]) => {
        const axis = shape.indexOf(3);
        const dim = negative ? axis - shape.length : axis;
        return fc.record({ a: eighths(dtype, shape), b: eighths(dtype, shape) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'linalg.cross', in: ['a', 'b'], with: { dim }, out: 'c' },
            { op: 'mul', in: ['a', 'c'], out: 'ac' },
            { op: 'sum', in: ['ac'], with: { dim }, out: 'left' },
            { op: 'mul', in: ['b', 'c'], out: 'bc' },
            { op: 'sum', in: ['bc'], with: { dim }, out: 'right' },
          ],
          observe: ['left', 'right'],
          statement: ({ left }) => {
            if (left?.kind !== 'tensor') return undefined;
            // Products of eighths are exact: nothing is rounded.
            const zeros = Array.from(left.data, () => 0);
            const due = { dtype, shape: left.shape, data: nested(zeros, left.shape) };
            return all({ left: due, right: due });
          },
        }));
      }),
    ),
};
