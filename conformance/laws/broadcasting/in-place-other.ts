import fc from 'fast-check';
import { broadcastable, type Shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { again } from '../again.ts';
import { all } from '../claims.ts';
import { everyInPlace, outOfPlace } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const fits = ([a, b]: readonly Shape[]): boolean => joint(a!, b!).join() === a!.join();

const ops = everyInPlace(binary);

export const inPlaceOther: Law = {
  id: 'broadcasting/in-place-other',
  title: 'an in-place op stretches its other operand as the op itself does',
  clauses: ['broadcasting.C8', 'add.C4', 'sub.C4'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable().filter(fits)).chain(([op, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
          inputs,
          ops: [
            { op: outOfPlace(op), in: ['a', 'b'], out: 'c' },
            { op, in: ['a', 'b'] },
          ],
          observe: ['c', 'a'],
          statement: ({ c }) => all({ a: again(outOfPlace(op), c!) }),
        })),
      ),
    ),
};
