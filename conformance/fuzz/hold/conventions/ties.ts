/** Which of several elements that attain an extremum get its gradient, and how much of it. */
import type { Literal, OpStep } from '../../../values/case.ts';
import { operandsOf, type Point, resultOf, takesFloats, type Writer } from './choice.ts';

type Share = 'shared' | 'first' | 'last';

const isInfinite = (x: string, to: Writer): string => to.make('eq', [to.make('abs', [x]), { float: 'Infinity' }]);

/** The one axis of a step; undefined if it takes all elements. */
const axisOf = ({ with: options = {} }: OpStep): number | undefined => {
  const dim = options.dim ?? options.axis;
  return Array.isArray(dim) ? (dim[0] as number) : (dim as number | undefined);
};

/**
 * An extremum with its gradient shared so: `u` is what it is taken of. Its elements reach the result with 0 added, since a sum of
 * them would round; infinite ones through a sum, since a difference of them is NaN.
 */
const shared =
  (share: Share, magnitude: boolean) =>
  (step: OpStep, to: Writer): void => {
    const x = operandsOf(step)[0]!;
    const raw = to.make('detach', [to.raw(step)]);
    const axis = axisOf(step);
    const u = magnitude ? to.make('abs', [x]) : x;
    const f = axis === undefined ? to.make('flatten', [u]) : u;
    const dim = axis ?? 0;
    const keeps = step.with?.keepdim === true;
    const extremum = axis === undefined || keeps ? raw : to.make('unsqueeze', [raw], { dim });
    const ties = to.make('add', [to.make('eq', [f, extremum]), to.make('ne', [f, f])]);
    const whole = { dim, keepdim: true };
    const count = to.make('sum', [ties], whole);
    const among = (): string => {
      const upTo = to.make('cumsum', [ties], { dim });
      return to.make('where', [ties, to.make('eq', [upTo, share === 'first' ? 1 : count]), ties]);
    };
    const chosen = share === 'first' || share === 'last' ? among() : ties;
    const nothing = to.make('zeros_like', [f]);
    const total = (terms: string): string => {
      const parts = share === 'shared' ? to.make('div', [terms, count]) : terms;
      const kept = keeps && axis !== undefined;
      return to.make('sum', [to.make('where', [chosen, parts, nothing])], { dim, keepdim: kept });
    };
    const finite = to.make('where', [isInfinite(f, to), nothing, f]);
    const near = to.make('add', [raw, total(to.passing(finite))]);
    to.give('where', [isInfinite(raw, to), total(f), near], resultOf(step)!);
  };

const probe = (op: string, x: readonly number[], options: Readonly<Record<string, Literal>>, out: OpStep['out']) => ({
  inputs: {
    x: { dtype: 'float32' as const, shape: [x.length], data: x, requires_grad: true },
    g: { dtype: 'float32' as const, shape: [], data: 6 },
  },
  ops: [
    { op, in: ['x'], with: options, out: out! },
    { op: 'backward', in: ['v', 'g'] },
  ],
  observe: ['x.grad'],
});

const ALTERNATING = [1, 3, 1, 3, 1, 3];

const extremum = (op: string): readonly Point[] => [
  {
    at: (step, floats) => takesFloats(step, op, floats) && axisOf(step) === undefined,
    probe: () => probe(op, ALTERNATING, {}, 'v'),
    choices: [
      { id: 'tie-to-one', steps: shared('first', false) },
      { id: 'tie-to-one', steps: shared('last', false) },
    ],
  },
  {
    at: (step, floats) => takesFloats(step, op, floats) && axisOf(step) !== undefined,
    probe: () => probe(op, ALTERNATING, { dim: 0 }, ['v', 'i']),
    choices: [{ id: 'tie-shared', steps: shared('shared', false) }],
  },
];

/** Of several axes none says which element is the first. */
const isInfinityNorm = ({ with: { p, dim } = {} }: OpStep): boolean =>
  /Infinity/.test(JSON.stringify(p) ?? '') && !(Array.isArray(dim) && dim.length !== 1);

const infinityNorm: Point = {
  at: (step, floats) => takesFloats(step, 'norm', floats) && isInfinityNorm(step),
  probe: ({ with: { p } = {} }) => probe('norm', [2, -2], { p: p! }, 'v'),
  choices: [{ id: 'norm-gradient-first-maximum', steps: shared('first', true) }],
};

/** Where two tensors are equal. */
const pairwise =
  (share: 'self' | 'other') =>
  (step: OpStep, to: Writer): void => {
    const [a, b] = operandsOf(step) as [string, string];
    const raw = to.raw(step);
    // In the shape and dtype of the result.
    const nothing = to.make('zeros_like', [raw]);
    const wide = (one: string): string => to.make('add', [one, nothing]);
    const one = wide(share === 'other' ? b : a);
    to.give('where', [to.make('eq', [a, b]), one, raw], resultOf(step)!);
  };

const larger = (op: string): Point => ({
  at: (step, floats) => takesFloats(step, op, floats),
  probe: () => ({
    inputs: {
      x: { dtype: 'float32', shape: [2], data: [2, 3], requires_grad: true },
      y: { dtype: 'float32', shape: [2], data: [2, 3], requires_grad: true },
      g: { dtype: 'float32', shape: [2], data: [10, 20] },
    },
    ops: [
      { op, in: ['x', 'y'], out: 'z' },
      { op: 'backward', in: ['z', 'g'] },
    ],
    observe: ['x.grad', 'y.grad'],
  }),
  choices: [
    { id: 'tie-to-one', steps: pairwise('self') },
    { id: 'tie-to-one', steps: pairwise('other') },
  ],
});

export const ties: readonly Point[] = [
  infinityNorm,
  larger('maximum'),
  larger('minimum'),
  ...extremum('max'),
  ...extremum('min'),
];
