import fc from 'fast-check';
import type { Literal } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { classified } from './classified.ts';
import { againstDifferences } from './differences.ts';
import { drawn, given, halves, operand, quarters, small, some } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';
import { lossShape, reduction } from './reduction.ts';

/** Away from the points where two pieces of a loss meet. */
export const losses: Law = againstDifferences(
  {
    id: 'gradients/losses',
    title: 'the gradients of a loss are its numeric derivatives, for input and target',
    clauses: [
      'mse_loss.C4',
      'l1_loss.C4',
      'smooth_l1_loss.C3',
      'binary_cross_entropy.C4',
      'nll_loss.C5',
      'cross_entropy.C5',
    ],
  },
  (precision) => fc.oneof(distances(precision), probabilities(precision), classified(precision)),
);

/** Halves against quarters: the differences are odd multiples of 1/4, the bends of the losses at even ones. */
const distances = (precision: Precision): fc.Arbitrary<Program> =>
  fc.tuple(fc.constantFrom('mse_loss', 'l1_loss', 'smooth_l1_loss'), small(4)).chain(([op, shape]) =>
    fc
      .record({
        a: halves(precision, shape),
        b: quarters(precision, shape),
        reduction,
        beta: op === 'smooth_l1_loss' ? some(fc.constantFrom(0.5, 1, 2)) : fc.constant(undefined),
      })
      .map(({ a, b, ...rest }) => {
        const options = given<Literal>(rest);
        return one({ op, inputs: { a, b }, with: options, shape: lossShape(options, shape) });
      }),
  );

const probabilities = (precision: Precision): fc.Arbitrary<Program> =>
  small(3).chain((shape) => {
    const of = (name: string) => operand(precision, 'binary_cross_entropy', name, shape);
    // The logarithm of 0.01 bends within 0.01; fewer digits do not bear so small a step.
    const fine = precision.dtype === 'float64';
    return fc
      .record({
        p: fine ? of('input') : drawn(precision, shape, { low: 1 / 8, high: 7 / 8 }),
        t: of('target'),
        w: of('weight'),
        weighted: fc.boolean(),
        reduction,
      })
      .map(({ p, t, w, weighted, reduction: how }) => {
        const options = given<Literal>({ reduction: how });
        return {
          ...(fine ? { step: 2 ** -11 } : {}),
          ...one({
            op: 'binary_cross_entropy',
            inputs: weighted ? { p, t, w } : { p, t },
            leaves: ['p', 't'],
            with: options,
            shape: lossShape(options, shape),
          }),
        };
      });
  });
