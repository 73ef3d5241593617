import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';

const triangle = (op: 'tril' | 'triu', keeps: (distance: number) => boolean, words: string): Law => ({
  id: `shape/${op}-keeps-one-side`,
  title: `${op} keeps what lies on a diagonal of each matrix and ${words} it, and everything else becomes 0`,
  clauses: [`${op}.C1`, `${op}.C2`, `${op}.C3`],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 2, maxRank: 4, maxSize: 4 })
        .chain((from) =>
          fc.record({ x: tensor(dtype, from, { special: true }), diagonal: fc.integer({ min: -3, max: 3 }) }),
        )
        .map(({ x, diagonal }) => {
          const [rows, columns] = [x.shape.at(-2)!, x.shape.at(-1)!];
          const kept = flatten(x.data).map((value, at) =>
            keeps((at % columns) - (Math.floor(at / columns) % rows) - diagonal) ? value : dtype === 'bool' ? false : 0,
          );
          return {
            inputs: { x },
            ops: [{ op, in: ['x'], with: { diagonal }, out: 'y' }],
            observe: ['y'],
            statement: () => all({ y: { dtype, shape: x.shape, data: nested(kept, x.shape), tolerance: 'exact' } }),
          };
        }),
    ),
});

export const lowerTriangle: Law = triangle('tril', (distance) => distance <= 0, 'below');
export const upperTriangle: Law = triangle('triu', (distance) => distance >= 0, 'above');
