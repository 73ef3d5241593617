import { apply } from '../../apply/op.ts';
import { operandAndOptions } from '../../autograd/operand-and-options.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { walk } from '../../kernels/loop.ts';
import { broadcastShapes, sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { logsigmoid } from '../activations/logsigmoid.ts';
import { ones } from '../creation/ones.ts';
import { sameDtype } from '../nn/same-dtype.ts';
import { type LossOptions, type Reduction, reducible, reductionOf, refuseRecorded } from './reduced-loss.ts';

/**
 * The cross-entropy of `target` against the probabilities whose logits are `input`, times `weight`, reduced. What a
 * target of 1 loses is counted `pos_weight` times.
 *
 *     out[i] = weight[i]·((1 - t)·x + (1 + (pos_weight[i] - 1)·t)·log(1 + e^-x)),  x = input[i], t = target[i]
 *
 * Input and target have one shape, to which the weights are broadcast, and all one floating dtype; the result is 0-d
 * unless the reduction is `none`. Raises shape_mismatch, unsupported_dtype (integers, bool), dtype_mismatch,
 * invalid_argument (a weight that requires a gradient).
 * Source: torch.nn.functional.binary_cross_entropy_with_logits.
 */
export function binary_cross_entropy_with_logits(
  input: Tensor,
  target: Tensor,
  elementWeight?: Tensor | LogitsOptions | null,
  rest: LogitsOptions = {},
): Tensor {
  const [weight, options] = operandAndOptions(elementWeight, rest);
  const reduction = reductionOf(options);
  if (!sameShape(input.shape, target.shape)) {
    const [x, t] = [input.shape, target.shape].map(shapeText);
    raise('shape_mismatch', `binary_cross_entropy_with_logits: input ${x} and target ${t} differ`);
  }
  const { pos_weight } = options;
  refuseRecorded('binary_cross_entropy_with_logits', weight, pos_weight);
  for (const factor of [weight, pos_weight]) {
    if (factor != null && !sameShape(broadcastShapes(factor.shape, input.shape), input.shape)) {
      const [w, x] = [factor.shape, input.shape].map(shapeText);
      raise('shape_mismatch', `binary_cross_entropy_with_logits: weights ${w} do not stretch to ${x}`);
    }
  }
  const one = (): Tensor => ones([], { dtype: input.dtype });
  if (pos_weight == null) return apply(op, weight === null ? [input, target] : [input, target, weight], { reduction });
  return apply(op, [input, target, weight ?? one(), pos_weight], { reduction });
}

export interface LogitsOptions extends LossOptions {
  /** A factor for what each target of 1 loses, broadcast to `input`. */
  readonly pos_weight?: Tensor | null;
}

const weighted = (slope: Tensor, saved: Saved<unknown>): Tensor =>
  saved.count > 2 ? slope.mul(saved.input(2)) : slope;

const op = reducible<{ readonly reduction: Reduction }>({
  name: 'binary_cross_entropy_with_logits',
  dtype: sameDtype('binary_cross_entropy_with_logits'),
  // out[i] = w[i]·((1 − t[i])·x[i] − (1 + (q[i] − 1)·t[i])·log σ(x[i]))
  forward: (out, operands) => {
    const views = operands.map((v) => broadcastTo(v, out.shape));
    const at = (k: number, place: number): number => (views[k] as View | undefined)?.numbers[place] ?? 1;
    walk(out.shape, [out, ...views], (n, starts, steps) => {
      const place = (k: number, e: number): number => starts[k + 1]! + e * steps[k + 1]!;
      for (let e = 0; e < n; e++) {
        const [x, t, w, q] = [0, 1, 2, 3].map((k) => at(k, place(k, e))) as [number, number, number, number];
        const log = Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
        // Without the weight an infinite target is not multiplied by 0.
        const counted = views.length < 4 ? log : (1 + (q - 1) * t) * log;
        out.numbers[starts[0]! + e * steps[0]!] = w * ((1 - t) * x - counted);
      }
    });
  },
  gradFn: 'BinaryCrossEntropyWithLogitsBackward0',
  slopes: [
    // w·((1 + (q − 1)·t)·σ(x) − q·t)
    (saved) => {
      const [x, t] = [saved.input(0), saved.input(1)];
      if (saved.count < 4) return weighted(x.sigmoid().sub(t), saved);
      const positive = saved.input(3).mul(t);
      return weighted(positive.add(1).sub(t).mul(x.sigmoid()).sub(positive), saved);
    },
    // w·(−x + (1 − q)·log σ(x)), as log σ(−x) − q·log σ(x); the target is kept with the input
    (saved) => {
      const x = saved.input(0);
      saved.input(1);
      if (saved.count < 4) return weighted(x.neg(), saved);
      return weighted(logsigmoid(x.neg()).sub(logsigmoid(x).mul(saved.input(3))), saved);
    },
    null,
    null,
  ],
});
