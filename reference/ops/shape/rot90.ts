import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { resultStrides } from '../../memory/layout.ts';
import { checkIntegers, contiguousStrides, normalizeDim } from '../../memory/shape.ts';
import { backwards, restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';

/**
 * Turns `input` by `k` quarters in the plane of two axes, from the first of `dims` to the second; by a negative `k` the other
 * way. A copy.
 *
 *     once: out[…, i, …, j, …] = input[…, j, …, n - 1 - i, …],  n the size of the second axis
 *
 * Raises shape_mismatch (fewer than two axes), invalid_argument (not two different ones), index_out_of_range.
 * Source: torch.rot90.
 */
export function rot90(input: Tensor, { k = 1, dims = [0, 1] }: Rot90Options = {}): Tensor {
  if (checkIntegers(dims).length !== 2) raise('invalid_argument', `rot90: expected two axes, found ${dims.length}`);
  if (input.ndim < 2) raise('shape_mismatch', `rot90: a tensor of ${input.ndim} axes has no plane to turn in`);
  const [from, to] = dims.map((dim) => normalizeDim(dim, input.ndim)) as [number, number];
  if (from === to) raise('invalid_argument', 'rot90: the two axes must be different ones');
  const [turns] = checkIntegers([k]) as [number];
  return apply(op, [input], { turns: ((turns % 4) + 4) % 4, from, to });
}

export interface Rot90Options {
  /** How many quarters. Default: one. */
  readonly k?: number;
  /** From which axis to which. Default: from the first to the second. */
  readonly dims?: readonly number[];
}

interface Turn {
  /** From 0 to 3. */
  readonly turns: number;
  readonly from: number;
  readonly to: number;
}

const swap = (list: readonly number[], { turns, from, to }: Turn): readonly number[] =>
  turns % 2 === 0 ? list : list.with(from, list[to]!).with(to, list[from]!);

/** The axes along which a turn goes backwards, before it swaps them. */
const turned = ({ turns, from, to }: Turn): readonly number[] =>
  [[], [to], [from, to], [from]][turns]!.map((axis) => axis);

const strides = ([input]: readonly View[], turn: Turn): readonly number[] =>
  turn.turns === 0 ? contiguousStrides(input!.shape) : swap(resultStrides(input!.shape, [input!]), turn);

// By a half, both axes go backwards; by a quarter, one of them does, and then they are swapped.
const op: Op<Turn> = {
  name: 'rot90',
  shape: ([input], turn) => swap(input!, turn),
  dtype: promoted,
  layout: strides,
  forward: (out, [input], turn) => {
    const source = backwards(input!, turned(turn));
    copyInto(out, restride(source, swap(source.shape, turn), swap(source.strides, turn)));
  },
  // d input is d out, turned back
  vjp: {
    gradFn: 'Rot90Backward0',
    rules: [(grad, { options: { turns, from, to } }) => grad.rot90({ k: -turns, dims: [from, to] })],
  },
};
