import fc from 'fast-check';
import { broadcast, broadcastable, type Shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary, both, chooses as choosing, differentiable } from '../../pages/families.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn, halves, quarters } from './operands.ts';
import { one, type Program } from './program.ts';

const ops = every(both(binary, choosing, differentiable));

const three: fc.Arbitrary<readonly Shape[]> = broadcastable(3, { maxRank: 2, maxSize: 2, filled: true }).filter((all) =>
  all.every((s) => volume(s) <= 4),
);
const joint = (shapes: readonly Shape[]): Shape => shapes.reduce((a, b) => broadcast(a, b)!);

/** Away from ties, which are the conventions' matter. */
export const choices: Law = againstDifferences(
  {
    id: 'gradients/choices',
    title: 'where, maximum and minimum pass the gradient to what they took, and 0 to the rest',
    clauses: ['where.C4', 'maximum.C1', 'minimum.C1', 'broadcasting.C7'],
    families: [ops],
  },
  (precision) =>
    fc
      .tuple(fc.constantFrom('where', ...ops.ops), three, fc.constantFrom('both', 'a', 'b'))
      .chain(([op, [s = [], a = [], b = []], tensors]): fc.Arbitrary<Program> => {
        if (op !== 'where') {
          return fc
            .record({ a: halves(precision, a), b: quarters(precision, b) })
            .map((inputs) => one({ op, inputs, shape: joint([a, b]) }));
        }
        return fc
          .record({ s: tensor('bool', s), a: drawn(precision, a), b: drawn(precision, b) })
          .map(({ s: mask, ...all }) => {
            if (tensors === 'both') {
              return one({ op, inputs: { s: mask, ...all }, leaves: ['a', 'b'], shape: joint([s, a, b]) });
            }
            const number = 0.5;
            return one({
              op,
              inputs: { s: mask, [tensors]: all[tensors as 'a'] },
              in: tensors === 'a' ? ['s', 'a', number] : ['s', number, 'b'],
              leaves: [tensors],
              shape: joint([s, tensors === 'a' ? a : b]),
            });
          });
      }),
);
