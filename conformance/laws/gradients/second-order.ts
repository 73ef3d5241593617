import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import type { Literal, OpStep } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn, small } from './operands.ts';
import { gradientsOf, type Program } from './program.ts';

interface Curve {
  readonly op: string;
  readonly operands: (x: string) => readonly Literal[];
  readonly with?: Readonly<Record<string, Literal>>;
  readonly shape: (of: Shape) => Shape;
}

const same = (of: Shape): Shape => of;
const alone = (op: string): Curve => ({ op, operands: (x) => [x], shape: same });

/** Ops whose gradient depends on where it is taken, on numbers between 1/2 and 3. */
const curves: readonly Curve[] = [
  ...['exp', 'log', 'sqrt', 'sigmoid'].map(alone),
  { op: 'mul', operands: (x) => [x, x], shape: same },
  { op: 'pow', operands: (x) => [x, 3], shape: same },
  { op: 'pow', operands: (x) => [x, x], shape: same },
  { op: 'div', operands: (x) => [2, x], shape: same },
  { ...alone('softmax'), with: { dim: -1 } },
  { ...alone('log_softmax'), with: { dim: -1 } },
  { ...alone('var'), with: { unbiased: false }, shape: () => [] },
  { ...alone('norm'), shape: () => [] },
  { op: 'mse_loss', operands: (x) => [x, 'w'], shape: () => [] },
];

/** The gradient is the function whose gradient is compared with differences. */
export const secondOrder: Law = againstDifferences(
  {
    id: 'gradients/second-order',
    title: 'the gradient of a gradient is its numeric derivative',
    clauses: ['autograd.C9', 'autograd.grad.C3'],
  },
  (precision) =>
    fc.tuple(fc.constantFrom(...curves), small(3, { minRank: 1, maxRank: 2 })).chain(([curve, shape]) =>
      fc
        .record({
          x: drawn(precision, shape, { low: 0.5, high: 3 }),
          w: drawn(precision, shape, { low: -2, high: 2 }),
          u: drawn(precision, curve.shape(shape), { low: 1, high: 2 }),
        })
        .map((inputs): Program => {
          const first: OpStep = {
            op: curve.op,
            in: curve.operands('x'),
            ...(curve.with === undefined ? {} : { with: curve.with }),
            out: 'f',
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
