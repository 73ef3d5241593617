import fc from 'fast-check';
import { broadcastable, type Shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { raises } from '../claims.ts';
import { everyInPlace } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const grows = ([a, b]: readonly Shape[]): boolean => joint(a!, b!).join() !== a!.join();

const ops = everyInPlace(binary);

/** The first op is the control: another tensor of the same shape takes an operand of that shape. */
export const inPlaceTarget: Law = {
  id: 'broadcasting/in-place-target',
  title: 'an in-place op whose target would have to grow raises and leaves it as it was',
  clauses: ['broadcasting.C8', 'add.C4'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable(2, { maxRank: 3 }).filter(grows)).chain(([op, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a), b: tensor(dtype, b), other: tensor(dtype, a) }).map((inputs) => ({
          inputs,
          ops: [
            { op, in: ['other', 'a'] },
            { op, in: ['a', 'b'] },
          ],
          observe: ['a'],
          statement: () => ({
            ...raises('shape_mismatch', 1),
            names: { a: { ...inputs.a, tolerance: 'exact' } },
          }),
        })),
      ),
    ),
};
