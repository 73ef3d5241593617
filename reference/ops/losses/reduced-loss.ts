/** A loss per element and its reduction, as one op. */

import type { Op } from '../../apply/op.ts';
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

export function reductionOf({ reduction = 'mean' }: LossOptions): Reduction {
  if (reduction === 'none' || reduction === 'mean' || reduction === 'sum') return reduction;
  return raise('invalid_argument', `${String(reduction)} is no reduction: none, mean or sum`);
}

export interface Elementwise<O> extends Pick<Op<O>, 'name' | 'dtype' | 'forward'> {
  readonly gradFn: string;
  /** d loss / d operand, element by element, for each operand; null: not differentiable in it. */
  readonly slopes: readonly (((saved: Saved<O>) => Tensor) | null)[];
}

type Reducible = { readonly reduction: Reduction };

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
      const each = emptyView('float64', broadcast(inputs.map((v) => v.shape)));
      forward(each, inputs, options);
      const losses = each.numbers;
      let total = 0;
      for (let i = 0; i < losses.length; i++) total += losses[i]!;
      out.numbers[0] = options.reduction === 'mean' ? total / losses.length : total;
    },
    // d(mean) = Σ slope·dx / n
    vjp: {
      gradFn,
      rules: slopes.map((slope) => slope && ((grad, saved) => slope(saved).mul(perElement(grad, saved)))),
    },
  };
}

function perElement<O extends Reducible>(grad: Tensor, saved: Saved<O>): Tensor {
  if (saved.options.reduction !== 'mean') return grad;
  const shapes: Shape[] = Array.from({ length: saved.count }, (_, i) => saved.shape(i));
  return grad.div(numelOf(broadcast(shapes)));
}
