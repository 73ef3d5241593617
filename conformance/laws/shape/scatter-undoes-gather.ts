import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { alongAxis } from './by-places.ts';
import { inOrder, places, showing } from './places.ts';

/** Each line in an order of its own: all its places, turned on by another number. */
export const scatterUndoesGather: Law = {
  id: 'shape/scatter-undoes-gather',
  title: 'what gather takes in another order along an axis, scatter by the same index puts back',
  clauses: ['scatter.C1', 'gather.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      alongAxis(dtype).chain(({ x, dim, at, n }) => {
        const size = volume(x.shape);
        return fc.array(fc.nat({ max: n - 1 }), { minLength: size, maxLength: size }).map((turns) => {
          const line = places(x.shape, x.shape, (where) => where.with(at, 0));
          const on = places(x.shape, [n], (where) => [where[at]!]);
          const data = on.map((place, k) => (place + turns[line[k]!]!) % n);
          const i: TensorValue = { dtype: 'int64', shape: x.shape, data: nested(data, x.shape) };
          return {
            inputs: { x, i },
            ops: [
              { op: 'gather', in: ['x', 'i'], with: { dim }, out: 'taken' },
              { op: 'zeros_like', in: ['x'], out: 'z' },
              { op: 'scatter', in: ['z', 'i', 'taken'], with: { dim }, out: 'y' },
            ],
            observe: ['y'],
            statement: () => all({ y: showing(x, x.shape, inOrder(x.shape)) }),
          };
        });
      }),
    ),
};
