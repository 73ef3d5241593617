/** The derivative of a rectifier, and of the absolute value, at 0. */
import type { OpStep } from '../../../values/case.ts';
import { operandsOf, type Point, resultOf, takesFloats, type Writer } from './choice.ts';

/** At 0 the result stays as it is, of either sign, and the derivative is `slope`. */
const sloped =
  (slope: 1 | 0.5 | -1) =>
  (step: OpStep, to: Writer): void => {
    const x = operandsOf(step)[0]!;
    const raw = to.raw(step);
    const still = to.make('detach', [x]);
    // Minus zero: added to a zero it leaves it its sign.
    const zero = to.make('neg', [to.make('sub', slope < 0 ? [x, still] : [still, x])]);
    const passing = slope === 0.5 ? to.make('mul', [zero, 0.5]) : zero;
    const there = to.make('add', [to.make('detach', [raw]), passing]);
    to.give('where', [to.make('eq', [x, 0]), there, raw], resultOf(step)!);
  };

const point = (op: string, choices: Point['choices']): Point => ({
  at: (step, floats) => takesFloats(step, op, floats),
  probe: () => ({
    inputs: {
      x: { dtype: 'float32', shape: [3], data: [-1, 0, 2], requires_grad: true },
      ...(op === 'prelu' && { a: { dtype: 'float32', shape: [1], data: [0.25] } }),
      g: { dtype: 'float32', shape: [3], data: [3, 5, 7] },
    },
    ops: [
      { op, in: op === 'prelu' ? ['x', 'a'] : ['x'], out: 'y' },
      { op: 'backward', in: ['y', 'g'] },
    ],
    observe: ['x.grad'],
  }),
  choices,
});

export const atZero: readonly Point[] = [
  point('abs', [
    { id: 'abs-gradient-at-zero', steps: sloped(1) },
    { id: 'abs-gradient-at-zero', steps: sloped(-1) },
  ]),
  point('relu', [
    { id: 'relu-gradient-half-at-zero', steps: sloped(0.5) },
    { id: 'relu-gradient-one-at-zero', steps: sloped(1) },
  ]),
  point('prelu', [{ id: 'prelu-gradient-one-at-zero', steps: sloped(1) }]),
];
