import fc from 'fast-check';
import { broadcastable, type Shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const fits = ([a, b]: readonly Shape[]): boolean => joint(a!, b!).join() === a!.join();

export const inPlaceOther: Law = {
  id: 'broadcasting/in-place-other',
  title: 'an in-place op stretches its other operand as the op itself does',
  clauses: ['broadcasting.C8', 'add.C4', 'sub.C4'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom('add', 'sub', 'mul', 'div'), broadcastable().filter(fits))
        .chain(([op, [a = [], b = []]]) =>
          fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
            inputs,
            ops: [
              { op, in: ['a', 'b'], out: 'c' },
              { op: `${op}_`, in: ['a', 'b'] },
            ],
            observe: ['c', 'a'],
            statement: ({ c }) => all({ a: same(c!) }),
          })),
        ),
    ),
};
