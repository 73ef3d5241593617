import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const ops = every(binary);

export const resultShape: Law = {
  id: 'broadcasting/result-shape',
  title: 'the result has, axis by axis from the last, the size that is not 1',
  clauses: ['broadcasting.C1', 'broadcasting.C2', 'broadcasting.C3'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable()).chain(([op, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
          inputs,
          ops: [{ op, in: ['a', 'b'], out: 'c' }],
          observe: ['c'],
          statement: () => all({ c: { shape: joint(a, b) } }),
        })),
      ),
    ),
};
