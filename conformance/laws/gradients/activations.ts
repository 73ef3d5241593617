import fc from 'fast-check';
import { axis, type Shape } from '../../arbitraries/shape.ts';
import { both, differentiable, goesAlong, linear, not, reduces } from '../../pages/families.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { operand, operandWithin, small } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const ops = every(both(goesAlong, differentiable, not(reduces), not(linear)));

/** Beside those of one element, which are unary ops. */
export const activations: Law = againstDifferences(
  {
    id: 'gradients/activations',
    title: 'the gradients of softmax, log_softmax, prelu, glu and threshold are their numeric derivatives',
    clauses: ['softmax.C6', 'softmin.C6', 'log_softmax.C5', 'prelu.C5', 'glu.C5', 'threshold.C4'],
    families: [ops],
  },
  (precision) =>
    fc.oneof(
      small(6, { minRank: 1 }).chain((shape) => along(precision, shape)),
      small(4, { minRank: 1 }).chain((shape) => sloped(precision, shape)),
      small(3, { minRank: 1, maxRank: 2 }).chain((shape) => gated(precision, shape)),
      small(4).chain((shape) => cut(precision, shape)),
    ),
);

/** Within ±4, so that no probability is lost beside 1. */
const along = (precision: Precision, shape: Shape): fc.Arbitrary<Program> =>
  fc
    .tuple(ops.any, axis(shape))
    .chain(([op, dim]) =>
      operandWithin(precision, op, 0, shape, { low: -4, high: 4 }).map((x) =>
        one({ op, inputs: { x }, with: { dim }, shape }),
      ),
    );

/** One slope for all, with and without an axis, or one for each channel. */
const sloped = (precision: Precision, shape: Shape): fc.Arbitrary<Program> =>
  fc
    .constantFrom<Shape>([], [1], [shape[1] ?? 1])
    .chain((slopes) =>
      fc.record({ x: operand(precision, 'prelu', 0, shape), w: operand(precision, 'prelu', 1, slopes) }),
    )
    .map((inputs) => one({ op: 'prelu', inputs, shape }));

/** Halves of this shape, along any axis. */
const gated = (precision: Precision, shape: Shape): fc.Arbitrary<Program> =>
  axis(shape).chain((dim) =>
    operandWithin(precision, 'glu', 0, shape.with(dim, 2 * shape.at(dim)!), { low: -4, high: 4 }).map((x) =>
      one({ op: 'glu', inputs: { x }, with: { dim }, shape }),
    ),
  );

/** Where some are cut off, and some are not. */
const cut = (precision: Precision, shape: Shape): fc.Arbitrary<Program> =>
  operand(precision, 'threshold', 0, shape).map((x) =>
    one({ op: 'threshold', inputs: { x }, with: { threshold: 0.5, value: -2 }, shape }),
  );
