import { apply, type Op } from '../../apply/op.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { sameDtype } from '../nn/same-dtype.ts';
import { binary, NONE, type None } from '../pointwise.ts';
import { type Gate, gate } from './gate.ts';

/**
 * The rectifier with a learned slope for negative elements.
 *
 *     out[n, c, …] = max(input[n, c, …], 0) + weight[c]·min(input[n, c, …], 0)
 *
 * `input` is (n, channels, …), of one channel if it has fewer axes; `weight` is (channels), or of one element for all
 * of them. Both are of one floating dtype, which is the result's. Raises shape_mismatch, dtype_mismatch,
 * unsupported_dtype (integers).
 * Source: torch.nn.functional.prelu.
 */
export function prelu(input: Tensor, weight: Tensor): Tensor {
  checkTensor(input);
  checkTensor(weight);
  const channels = input.ndim < 2 ? 1 : input.shape[1]!;
  return apply(op, [input, alongChannels(weight, channels, input.ndim)], NONE);
}

// out[i] = a[i] if a[i] > 0, else w[i]·a[i]
const row: BinaryRow = (n, out, o, a, p, s, w, q, t) => {
  for (let i = 0; i < n; i++) {
    const x = a[p + i * s]!;
    out[o + i] = x > 0 ? x : w[q + i * t]! * x;
  }
};

const NAN: Gate = { nan: 'below' };

const op: Op<None> = {
  name: 'prelu',
  shape: ([input]) => input!,
  dtype: sameDtype('prelu'),
  layout: 'as-operands',
  forward: binary(row),
  // d max(x, 0) + d(w·min(x, 0)) = dx where x > 0, else w·dx + x·dw
  vjp: {
    gradFn: 'PreluKernelBackward0',
    rules: [
      (grad, saved) => gate(saved.input(0), grad, grad.mul(saved.input(1)), NAN),
      (grad, saved) => {
        // PyTorch keeps the slopes for their own gradient too, which has no need of them.
        saved.input(1);
        return gate(saved.input(0), 0, grad.mul(saved.input(0)), NAN);
      },
    ],
  },
};

/** One slope for all, or one per channel: laid along axis 1 of an input with `rank` axes. */
function alongChannels(weight: Tensor, channels: number, rank: number): Tensor {
  if (weight.ndim > 1) raise('shape_mismatch', `prelu: expected a 0-d or 1-D weight, found ${shapeText(weight.shape)}`);
  if (weight.numel() === 1) return weight.reshape([]);
  if (weight.numel() !== channels) {
    raise('shape_mismatch', `prelu: ${weight.numel()} slopes do not fit an input of ${channels} channels`);
  }
  return weight.reshape([channels, ...new Array<number>(rank - 2).fill(1)]);
}
