import { apply, type Op } from '../../apply/op.ts';
import { operandAndOptions } from '../../autograd/operand-and-options.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { walk } from '../../kernels/loop.ts';
import { sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { full } from '../creation/full.ts';
import { sameDtype } from '../nn/same-dtype.ts';
import { binary, broadcast, NONE, type None, promoted } from '../pointwise.ts';
import { type LossOptions, reducible, reductionOf, refuseRecorded } from './reduced-loss.ts';

/**
 * The cross-entropy of the probabilities `input` against `target`, all between 0 and 1, times `weight`, reduced.
 *
 *     out[i] = -weight[i]·(target[i]·log input[i] + (1 - target[i])·log(1 - input[i]))
 *
 * Input and target have one shape, to which the weight is broadcast, and all one floating dtype; the result is 0-d
 * unless the reduction is `none`. No logarithm is below -100. Raises invalid_argument (outside of [0, 1]),
 * shape_mismatch, dtype_mismatch.
 * Source: torch.nn.functional.binary_cross_entropy.
 */
export function binary_cross_entropy(
  input: Tensor,
  target: Tensor,
  elementWeight?: Tensor | LossOptions | null,
  rest: LossOptions = {},
): Tensor {
  const [weight, options] = operandAndOptions(elementWeight, rest);
  const reduction = reductionOf(options);
  if (!sameShape(input.shape, target.shape)) {
    raise(
      'shape_mismatch',
      `binary_cross_entropy: input ${shapeText(input.shape)} and target ${shapeText(target.shape)} differ`,
    );
  }
  refuseRecorded('binary_cross_entropy', weight);
  const operands = weight === null ? [input, target] : [input, target, weight];
  sameDtype('binary_cross_entropy')(operands);
  checkProbabilities('input', input.strided);
  checkProbabilities('target', target.strided);
  return apply(op, operands, { reduction });
}

// PyTorch's: no logarithm of a loss is below −100, no slope divides by less than 1e-12, and no curvature by p² or (1 − p)²
// alone, but by (p + 1e-12)² and (1 − p + 1e-12)².
const LEAST_LOG = -100;

const LEAST_VARIANCE = 1e-12;

// Its loops hold that bound as a float32, for float64 too.
const LEAST_VARIANCE_IN_LOOPS = Math.fround(LEAST_VARIANCE);

const APART = 1e-12;

const other = (p: Tensor): Tensor => p.neg().add(1);

const variance = (p: number): number => Math.max(p * (1 - p), LEAST_VARIANCE_IN_LOOPS);

const square = (x: Tensor): Tensor => x.mul(x);

const weighted = (slope: Tensor, saved: Saved<unknown>): Tensor =>
  saved.count === 3 ? slope.mul(saved.input(2)) : slope;

// out[i] = (p[i] − t[i]) / p[i]·(1 − p[i])
const slope: Op<None> = {
  name: 'binary_cross_entropy_backward',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: binary((n, out, o, p, i, di, t, j, dj) => {
    for (let e = 0; e < n; e++) {
      const x = p[i + e * di]!;
      out[o + e] = (x - t[j + e * dj]!) / variance(x);
    }
  }),
  vjp: {
    gradFn: 'BinaryCrossEntropyBackwardBackward0',
    rules: [
      // (p² − 2pt + t) / p²(1 − p)²
      (grad, saved) => {
        const [p, t] = [saved.input(0), saved.input(1)];
        const apart = p.add(APART).mul(other(p).add(APART));
        return grad.mul(square(p).sub(p.mul(t).mul(2)).add(t).div(square(apart)));
      },
      // −1 / p(1 − p)
      (grad, saved) => {
        const p = saved.input(0);
        return grad.neg().div(p.mul(other(p)).maximum(full([], LEAST_VARIANCE, { dtype: p.dtype })));
      },
    ],
  },
};

const op = reducible({
  name: 'binary_cross_entropy',
  dtype: sameDtype('binary_cross_entropy'),
  // out[i] = −w[i]·(t[i]·log p[i] + (1 − t[i])·log(1 − p[i]))
  forward: (out, [input, target, weight]) => {
    const operands = [input!, target!, ...(weight === undefined ? [] : [weight])].map((v) => broadcastTo(v, out.shape));
    const [to, p, t] = [out.numbers, input!.numbers, target!.numbers];
    walk(out.shape, [out, ...operands], (n, [o, i, j, k], [r, di, dj, dk]) => {
      for (let e = 0; e < n; e++) {
        const [x, y] = [p[i! + e * di!]!, t[j! + e * dj!]!];
        const loss = (y - 1) * Math.max(Math.log1p(-x), LEAST_LOG) - y * Math.max(Math.log(x), LEAST_LOG);
        to[o! + e * r!] = weight === undefined ? loss : loss * weight.numbers[k! + e * dk!]!;
      }
    });
  },
  gradFn: 'BinaryCrossEntropyBackward0',
  slopes: [
    // w·(p − t) / p(1 − p)
    (saved) => weighted(apply(slope, [saved.input(0), saved.input(1)], NONE), saved),
    // w·(log(1 − p) − log p); the target is kept with the input
    (saved) => {
      const p = saved.input(0);
      return weighted(other(p).log().sub(p.log()), saved);
    },
    null,
  ],
});

function checkProbabilities(what: string, { numbers, shape, strides, offset }: View): void {
  walk(shape, [{ strides, offset }], (n, [start], [step]) => {
    for (let i = 0; i < n; i++) {
      const p = numbers[start! + i * step!]!;
      if (!(p >= 0 && p <= 1))
        raise('invalid_argument', `binary_cross_entropy: every ${what} must be between 0 and 1, not ${p}`);
    }
  });
}
