import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { showing } from './places.ts';
import { selection } from './selection.ts';

export const getitemPicks: Law = {
  id: 'shape/getitem-picks-element-by-element',
  title: 'integers, slices, ... and None give the elements that Python would pick one by one',
  clauses: ['indexing.C1', 'indexing.C2', 'indexing.C8'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 4 }).chain((from) =>
        fc.record({ x: tensor(dtype, from, { special: true }), taken: selection(from) }).map(({ x, taken }) => ({
          inputs: { x },
          ops: [{ op: 'getitem', in: ['x'], with: { index: taken.index }, out: 'y' }],
          observe: ['y'],
          statement: () => all({ y: showing(x, taken.shape, taken.places) }),
        })),
      ),
    ),
};
