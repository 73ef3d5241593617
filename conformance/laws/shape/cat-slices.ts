import fc from 'fast-check';
import { axis, shape, size } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import type { OpStep } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront } from './moves.ts';
import { inOrder, showing } from './places.ts';

const names = ['a', 'b', 'c'] as const;

export const catSlices: Law = {
  id: 'shape/cat-then-slicing-gives-parts',
  title: 'slices of what cat joined, one behind the other, are the parts in the order of the list',
  clauses: ['cat.C1', 'cat.C4', 'indexing.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3 })
        .chain((from) => fc.tuple(fc.constant(from), axis(from), fc.tuple(size(3), size(3), size(3))))
        .chain(([from, dim, sizes]) => {
          const at = fromFront(dim, from.length);
          const part = (k: number) => tensor(dtype, from.with(at, sizes[k]!), { special: true });
          return fc.record({ a: part(0), b: part(1), c: part(2) }).map((inputs) => {
            const starts = [0, sizes[0], sizes[0] + sizes[1]] as const;
            const slices = names.map((name, k): OpStep => {
              const index = [...from.slice(0, at).map(() => ':'), `${starts[k]}:${starts[k]! + sizes[k]!}`];
              return { op: 'getitem', in: ['joined'], with: { index }, out: `${name}_back` };
            });
            return {
              inputs,
              ops: [{ op: 'cat', in: [names], with: { dim }, out: 'joined' }, ...slices],
              observe: names.map((name) => `${name}_back`),
              statement: () =>
                all(
                  Object.fromEntries(
                    names.map((name) => {
                      const own = inputs[name];
                      return [`${name}_back`, showing(own, own.shape, inOrder(own.shape))];
                    }),
                  ),
                ),
            };
          });
        }),
    ),
};
