import fc from 'fast-check';
import { comparesToTarget } from '../../pages/families.ts';
import type { Literal } from '../../values/case.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { classified } from './classified.ts';
import { againstDifferences } from './differences.ts';
import { boundsOf, drawn, given, halves, operand, operandWithin, optionsOf, quarters, small } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';
import { lossShape, reduction } from './reduction.ts';

const ops = every(comparesToTarget, {
  binary_cross_entropy: 'its logarithms bend near 0 and 1, where a program of its own takes smaller steps',
});

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
    families: [ops],
  },
  (precision) => fc.oneof(distances(precision), probabilities(precision), classified(precision)),
);

/**
 * From the page's domains; without them, halves against quarters: the differences are odd multiples of 1/4, the bends of the
 * losses at even ones.
 */
const distances = (precision: Precision): fc.Arbitrary<Program> =>
  fc.tuple(ops.any, small(4)).chain(([op, shape]) =>
    fc
      .record({
        a: boundsOf(op, 0) === undefined ? halves(precision, shape) : operand(precision, op, 0, shape),
        b: boundsOf(op, 1) === undefined ? quarters(precision, shape) : operand(precision, op, 1, shape),
        reduction,
        examples: optionsOf(op),
      })
      .map(({ a, b, reduction: how, examples }) => {
        const options = { ...given<Literal>({ reduction: how }), ...examples };
        return one({ op, inputs: { a, b }, with: options, shape: lossShape(options, shape) });
      }),
  );

const probabilities = (precision: Precision): fc.Arbitrary<Program> =>
  small(3).chain((shape) => {
    const of = (k: number) => operand(precision, 'binary_cross_entropy', k, shape);
    // The logarithm of 0.01 bends within 0.01; fewer digits do not bear so small a step.
    const fine = precision.dtype === 'float64';
    return fc
      .record({
        p: fine ? of(0) : drawn(precision, shape, { low: 1 / 8, high: 7 / 8 }),
        // No evaluation may leave [0, 1], outside of which a target raises.
        t: operandWithin(precision, 'binary_cross_entropy', 1, shape, { low: 1 / 16, high: 15 / 16 }),
        w: of(2),
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
