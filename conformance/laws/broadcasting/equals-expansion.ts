import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { again } from '../again.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const ops = every(binary);

export const equalsExpansion: Law = {
  id: 'broadcasting/equals-expansion',
  title: 'broadcasting is the same as expanding both operands first',
  clauses: ['broadcasting.C1', 'broadcasting.C2', 'broadcasting.C3', 'expand.C1'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable()).chain(([op, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a, { special: true }), b: tensor(dtype, b, { special: true }) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'expand', in: ['a'], with: { size: [...joint(a, b)] }, out: 'A' },
            { op: 'expand', in: ['b'], with: { size: [...joint(a, b)] }, out: 'B' },
            { op, in: ['A', 'B'], out: 'expanded' },
            { op, in: ['a', 'b'], out: 'c' },
          ],
          observe: ['expanded', 'c'],
          statement: ({ expanded }) => all({ c: again(op, expanded!) }),
        })),
      ),
    ),
};
