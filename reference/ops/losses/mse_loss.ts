import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type BinaryRow, binaryLoop } from '../../kernels/loop.ts';
import { promotedFloating, slopesOf } from './difference.ts';
import { reducible, reductionOf, type WeightedOptions, weighted } from './reduced-loss.ts';

/**
 * The squared difference, reduced; with `weight` each times its own, and the mean over their sum.
 *
 *     out[i] = (input[i] - target[i])²
 *
 * Operands broadcast and promote; the result is 0-d unless the reduction is `none`. Raises shape_mismatch,
 * unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.mse_loss.
 */
export function mse_loss(input: Tensor, target: Tensor, options: WeightedOptions = {}): Tensor {
  const reduction = reductionOf(options);
  const { weight } = options;
  if (weight === undefined) return apply(op, [input, target], { reduction });
  return weighted(apply(op, [input, target], { reduction: 'none' }), weight, reduction);
}

// out[i] = (a[i] − b[i])²
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const d = a[p + i * s]! - b[q + i * t]!;
    out[o + i] = d * d;
  }
};

const op = reducible({
  name: 'mse_loss',
  dtype: promotedFloating('mse_loss'),
  forward: (out, [input, target]) => binaryLoop(out, input!, target!, row),
  // d(x²)/dx = 2x
  gradFn: 'MseLossBackward0',
  slopes: slopesOf((d) => d.mul(2)),
});
