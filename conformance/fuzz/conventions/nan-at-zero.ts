/** The gradients of a norm and of a standard deviation that are 0: by their formulas a quotient 0/0. */
import type { OpStep } from '../../case.ts';
import { operandsOf, type Point, resultOf, takesFloats, type Writer } from './choice.ts';

/** The options of a sum over the same axes. */
const over = ({ with: { dim, keepdim } = {} }: OpStep) =>
  dim === undefined ? undefined : { dim, ...(keepdim !== undefined && { keepdim }) };

const nanWhereZero = (step: OpStep, to: Writer): void => {
  const x = operandsOf(step)[0]!;
  const raw = to.raw(step);
  const kept =
    step.with?.dim === undefined ? raw : to.raw({ ...step, with: { ...step.with, keepdim: true }, out: 'kept' });
  const nothing = to.make('zeros_like', [x]);
  const there = to.make('where', [to.make('eq', [kept, 0]), to.passing(x), nothing]);
  // The root of a square: 0, with a slope of 0 · ∞.
  const root = to.make('sqrt', [to.make('mul', [there, there])]);
  const zeros = to.make('where', [to.make('eq', [kept, 0]), root, nothing]);
  to.give('add', [raw, to.make('sum', [zeros], over(step))], resultOf(step)!);
};

const point = (op: string, id: string, data: readonly number[], at: (step: OpStep) => boolean = () => true): Point => ({
  at: (step, floats) => takesFloats(step, op, floats) && at(step),
  probe: ({ with: { p, unbiased } = {} }) => ({
    inputs: { x: { dtype: 'float32', shape: [data.length], data, requires_grad: true } },
    ops: [
      { op, in: ['x'], with: { ...(p !== undefined && { p }), ...(unbiased !== undefined && { unbiased }) }, out: 'y' },
      { op: 'backward', in: ['y'] },
    ],
    observe: ['x.grad'],
  }),
  choices: [{ id, steps: nanWhereZero }],
});

/** A norm of a negative power is 0 beside other elements that are not. */
const isPower = ({ with: { p = 2 } = {} }: OpStep): boolean =>
  (typeof p === 'number' && p > 0) || JSON.stringify(p) === '{"float":"Infinity"}';

export const nanAtZero: readonly Point[] = [
  point('norm', 'norm-gradient-nan-at-zero', [0, 0], isPower),
  point('std', 'std-gradient-at-zero', [2, 2, 2]),
];
