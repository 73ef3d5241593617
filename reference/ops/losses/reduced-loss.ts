/** A loss per element and its reduction, as one op. */

import type { Op } from '../../apply/op.ts';
import { gradModeEnabled } from '../../autograd/grad-mode.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { numelOf, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast } from '../pointwise.ts';

export type Reduction = 'none' | 'mean' | 'sum';

export interface LossOptions {
  /** `mean` (the default), `sum`, or `none` to keep every element. */
  readonly reduction?: Reduction;
}

export interface WeightedOptions extends LossOptions {
  /** A factor for each element of the loss, of its shape. */
  readonly weight?: Tensor;
}

/** Σ w·loss, and for the mean over Σ w: put together from other ops, so that the weights have gradients too. */
export function weighted(losses: Tensor, weight: Tensor, reduction: Reduction): Tensor {
  if (!sameShape(losses.shape, weight.shape)) {
    const [w, l] = [weight.shape, losses.shape].map(shapeText);
    raise('shape_mismatch', `weights of ${w} for losses of ${l}`);
  }
  const each = losses.mul(weight);
  if (reduction === 'none') return each;
  return reduction === 'sum' ? each.sum() : each.sum().div(weight.sum());
}

/** Weights have no gradient. Raises invalid_argument of those that ask for one. */
export function refuseRecorded(name: string, ...weights: readonly (Tensor | null | undefined)[]): void {
  if (gradModeEnabled() && weights.some((weight) => weight?.requires_grad === true))
    raise('invalid_argument', `${name}: weights have no gradient; detach() them first`);
}

export function reductionOf({ reduction = 'mean' }: LossOptions): Reduction {
  if (reduction === 'none' || reduction === 'mean' || reduction === 'sum') return reduction;
  return raise('invalid_argument', `${String(reduction)} is no reduction: none, mean or sum`);
}

export interface Elementwise<O> extends Pick<Op<O>, 'name' | 'dtype' | 'forward'> {
  readonly gradFn: string;
  /** d loss / d operand, element by element, for each operand; null: not differentiable in it. */
  readonly slopes: readonly (((saved: Saved<O>) => Tensor) | null)[];
}

/** `batchmean`: the sum over the size of the first operand's first axis. */
type Reducible = { readonly reduction: Reduction | 'batchmean' };

/** By what the sum of the losses is divided. */
const divisorOf = (reduction: Reducible['reduction'], shapes: readonly Shape[]): number => {
  if (reduction === 'mean') return numelOf(broadcast(shapes));
  return reduction === 'batchmean' ? (shapes[0]![0] ?? 1) : 1;
};

/** The mean is over the broadcast shape. Sums are in float64, rounded once. */
export function reducible<O extends Reducible>(loss: Elementwise<O>): Op<O> {
  const { name, dtype, forward, gradFn, slopes } = loss;
  return {
    name,
    dtype,
    layout: 'as-operands',
    shape: (shapes, { reduction }) => {
      const shape = broadcast(shapes);
      return reduction === 'none' ? shape : [];
    },
    forward: (out, inputs, options) => {
      if (options.reduction === 'none') return forward(out, inputs, options);
      const shapes = inputs.map((v) => v.shape);
      const each = emptyView('float64', broadcast(shapes));
      forward(each, inputs, options);
      const losses = each.numbers;
      let total = 0;
      for (let i = 0; i < losses.length; i++) total += losses[i]!;
      out.numbers[0] = total / divisorOf(options.reduction, shapes);
    },
    // d(mean) = Σ slope·dx / n
    vjp: {
      gradFn,
      rules: slopes.map(
        (slope) => slope && ((grad, saved) => stretched(slope(saved), saved).mul(perElement(grad, saved))),
      ),
    },
  };
}

/** A slope that reads one operand alone has its shape, which the losses may not have. */
function stretched<O>(slope: Tensor, saved: Saved<O>): Tensor {
  const shape = broadcast(shapesOf(saved));
  return sameShape(slope.shape, shape) ? slope : slope.expand(shape);
}

const shapesOf = <O>(saved: Saved<O>): Shape[] => Array.from({ length: saved.count }, (_, i) => saved.shape(i));

function perElement<O extends Reducible>(grad: Tensor, saved: Saved<O>): Tensor {
  const { reduction } = saved.options;
  if (reduction === 'none' || reduction === 'sum') return grad;
  return grad.div(divisorOf(reduction, shapesOf(saved)));
}
