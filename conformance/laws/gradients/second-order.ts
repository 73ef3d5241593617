import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import {
  both,
  chooses,
  differentiable,
  goesAlong,
  linear,
  needsDim,
  needsFractions,
  not,
  reduces,
  unary,
} from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Literal, OpStep, TensorValue } from '../../values/case.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { boundsOf, distinct, drawn, operandWithin, small } from './operands.ts';
import type { Precision } from './precision.ts';
import { gradientsOf, type Program } from './program.ts';

interface Curve {
  readonly op: string;
  readonly operands: readonly Literal[];
  readonly with?: Readonly<Record<string, Literal>>;
  /** It leaves one number. */
  readonly reduces?: boolean;
}

/** Ops whose gradient depends on where it is taken: those that need fractions are curves, but for what is linear. */
const alone = every(both(unary, needsFractions, not(linear)));
const along = every(both(goesAlong, differentiable, not(reduces), not(linear)));
const whole = every(both(reduces, differentiable, not(linear), not(chooses), not(needsDim)));

const curves: fc.Arbitrary<Curve> = fc.oneof(
  { weight: 4, arbitrary: alone.any.map((op) => ({ op, operands: ['x'] })) },
  { weight: 2, arbitrary: along.any.map((op) => ({ op, operands: ['x'], with: { dim: -1 } })) },
  {
    weight: 3,
    arbitrary: whole.any.map((op) => {
      const biased = 'unbiased' in pages[op]!.options;
      return { op, operands: ['x'], reduces: true, ...(biased && { with: { unbiased: false } }) };
    }),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Curve>(
      { op: 'mul', operands: ['x', 'x'] },
      { op: 'pow', operands: ['x', 3] },
      { op: 'pow', operands: ['x', 'x'] },
      { op: 'div', operands: [2, 'x'] },
      { op: 'mse_loss', operands: ['x', 'w'], reduces: true },
    ),
  },
);

/** What is made of all elements, such as a deviation, may bend where they are equal. */
const startOf = (
  precision: Precision,
  { op, reduces: whole = false }: Curve,
  shape: Shape,
): fc.Arbitrary<TensorValue> =>
  whole && boundsOf(op, 0) === undefined
    ? distinct(precision, shape)
    : operandWithin(precision, op, 0, shape, { low: 0.5, high: 3 });

/** The gradient is the function whose gradient is compared with differences. */
export const secondOrder: Law = againstDifferences(
  {
    id: 'gradients/second-order',
    title: 'the gradient of a gradient is its numeric derivative',
    clauses: ['autograd.C9', 'autograd.grad.C3'],
    families: [alone, along, whole],
  },
  (precision) =>
    fc.tuple(curves, small(3, { minRank: 1, maxRank: 2 })).chain(([curve, shape]) =>
      fc
        .record({
          x: startOf(precision, curve, shape),
          w: drawn(precision, shape, { low: -2, high: 2 }),
          u: drawn(precision, curve.reduces === true ? [] : shape, { low: 1, high: 2 }),
        })
        .map((inputs): Program => {
          const first: OpStep = {
            op: curve.op,
            in: curve.operands,
            ...(curve.with === undefined ? {} : { with: curve.with }),
            out: (pages[curve.op]?.results.length ?? 1) > 1 && curve.reduces === true ? ['f', null] : 'f',
          };
          const gradient: OpStep = {
            op: 'autograd.grad',
            in: ['f', ['x']],
            with: { grad_outputs: { ref: 'u' }, create_graph: true },
            out: ['g'],
          };
          const steps = [first, gradient];
          return { inputs, steps, out: 'g', shape, gradients: gradientsOf(['x']), recorded: true };
        }),
    ),
);
