import { apply, type Op } from '../../apply/op.ts';
import { operandAndOptions } from '../../autograd/operand-and-options.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Rule } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import { type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import type { View } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { arange } from '../creation/arange.ts';
import { ones } from '../creation/ones.ts';
import { NONE, type None, promoted } from '../pointwise.ts';
import { type LossOptions, type Reduction, reductionOf, refuseRecorded } from './reduced-loss.ts';

/**
 * Minus the log-probability of each target, times its class's weight, reduced.
 *
 *     out[n] = -weight[target[n]]·input[n, target[n]];  mean: Σ out / Σ weight[target[n]]
 *
 * `input` is (N, C, …) or (C), `target` (N, …) or 0-d, `weight` (C); in the input's dtype. Raises index_out_of_range (a
 * class), shape_mismatch, dtype_mismatch (targets that are not int64, a weight of another dtype), unsupported_dtype
 * (integers), invalid_argument (a weight that requires a gradient).
 * Source: torch.nn.functional.nll_loss.
 */
export function nll_loss(
  input: Tensor,
  target: Tensor,
  classWeight?: Tensor | ClassOptions | null,
  rest: ClassOptions = {},
): Tensor {
  const [weight, options] = operandAndOptions(classWeight, rest);
  refuseRecorded('nll_loss', weight);
  return apply(op, weight === null ? [input, target] : [input, target, weight], {
    reduction: reductionOf(options),
    ignore: options.ignore_index ?? -100,
  });
}

export interface ClassOptions extends LossOptions {
  /** Rows with this target count as nothing. Default −100. */
  readonly ignore_index?: number;
}

interface Options {
  readonly reduction: Reduction;
  readonly ignore: number;
}

/** The axis of the classes: (C) or (N, C, …). */
export const classAxis = (shape: Shape): 0 | 1 => (shape.length === 1 ? 0 : 1);

/** `weight` of each position's target at that target's class, 0 at the others and where the target is ignored. */
export function targetWeights(target: Tensor, shape: Shape, weight: Tensor, ignore: number): Tensor {
  const axis = classAxis(shape);
  const perClass = [-1, ...shape.slice(axis + 1).map(() => 1)];
  const hit = target.unsqueeze(axis).eq(arange(shape[axis]!).reshape(perClass));
  const counted = hit.mul(target.ne(ignore).unsqueeze(axis));
  return where(counted, weight.ndim === 0 ? weight : weight.reshape(perClass), 0);
}

// The slope as it is. It is the same for every input, so that its own gradient is 0, not absent, as in PyTorch.
const ofInput: Op<None> = {
  name: 'nll_loss_backward',
  shape: ([slope]) => slope!,
  dtype: promoted,
  layout: 'row-major',
  forward: (out, [slope]) => copyInto(out, slope!),
  // d out = d slope
  vjp: {
    gradFn: 'NllLossBackwardBackward0',
    rules: [(grad) => grad, (_, saved) => saved.input(1).zeros_like()],
  },
};

// −w·G at the targets, divided by Σw under mean. Where w is 0 so is the gradient, also if Σw is 0 too.
const rule: Rule<Options> = (grad, saved) => {
  const { reduction, ignore } = saved.options;
  // PyTorch keeps the input, of which the gradient needs the shape alone.
  const input = saved.input(0);
  const { shape } = input;
  const weight = saved.count === 3 ? saved.input(2) : ones([], { dtype: saved.dtype(0) });
  const w = targetWeights(saved.input(1), shape, weight, ignore);
  const each =
    reduction === 'none' ? grad.unsqueeze(classAxis(shape)) : reduction === 'mean' ? grad.div(w.sum()) : grad;
  return apply(ofInput, [where(w.ne(0), w.mul(each).neg(), 0), input], NONE);
};

const op: Op<Options> = {
  name: 'nll_loss',
  shape: ([input, target, weight], { reduction }) => {
    const axis = classAxis(input!);
    const positions = input!.filter((_, i) => i !== axis);
    if (input!.length === 0 || !sameShape(positions, target!)) {
      raise(
        'shape_mismatch',
        `nll_loss: a target of ${shapeText(target!)} does not fit an input of ${shapeText(input!)}`,
      );
    }
    if (weight !== undefined && !sameShape(weight, [input![axis]!])) {
      raise('shape_mismatch', `nll_loss: a weight of ${shapeText(weight)} for ${input![axis]} classes`);
    }
    return reduction === 'none' ? target! : [];
  },
  dtype: (operands) => {
    const [input, target, weight] = (operands as readonly Tensor[]).map((t) => t.dtype);
    if (!isFloating(input!)) raise('unsupported_dtype', `nll_loss is not implemented for ${input}`);
    if (target !== 'int64' && target !== 'uint8')
      raise('dtype_mismatch', `nll_loss: targets must be int64, not ${target}`);
    if (weight !== undefined && weight !== input)
      raise('dtype_mismatch', `nll_loss: input of ${input}, weight of ${weight}`);
    return { compute: [input!, 'int64', input!], result: input! };
  },
  layout: 'row-major',
  // out[n] = −w[t[n]]·input[n, t[n]];  mean: Σ out / Σ w[t[n]]
  forward: (out, [input, target, weight], { reduction, ignore }) => {
    const to = out.numbers;
    let [total, weights] = [0, 0];
    eachTarget(input!, target!, ignore, (position, t, x) => {
      const w = weight === undefined ? 1 : weight.numbers[weight.offset + t * weight.strides[0]!]!;
      if (reduction === 'none') to[position] = -x * w;
      total -= x * w;
      weights += w;
    });
    if (reduction !== 'none') to[0] = reduction === 'mean' ? total / weights : total;
  },
  // d out[n] = −w[t[n]]·d input[n, t[n]];  mean: over Σ w[t[n]]
  vjp: {
    gradFn: ({ reduction }, [input]) => {
      const { ndim } = input as Tensor;
      if (ndim < 3) return 'NllLossBackward0';
      return ndim === 3 && reduction === 'none' ? 'ViewBackward0' : 'NllLoss2DBackward0';
    },
    rules: [rule, null, null],
  },
};

/** Calls `visit` for every position that is not ignored, with its class and input's element there. */
function eachTarget(
  input: View,
  target: View,
  ignore: number,
  visit: (position: number, t: number, x: number) => void,
): void {
  const axis = classAxis(input.shape);
  const [classes, step] = [input.shape[axis]!, input.strides[axis]!];
  const rows = offsetsOf(
    target.shape,
    input.strides.filter((_, i) => i !== axis),
    input.offset,
  );
  const targets = offsetsOf(target.shape, target.strides, target.offset);
  for (let k = 0; k < rows.length; k++) {
    const t = Number(target.bigints[targets[k]!]!);
    if (t === ignore) continue;
    if (t < 0 || t >= classes)
      raise('index_out_of_range', `nll_loss: target ${t} is out of range for ${classes} classes`);
    visit(k, t, input.numbers[rows[k]! + t * step]!);
  }
}
