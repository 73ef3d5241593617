import { isFloating } from '../../dtype.ts';
import { type BinaryRow, binaryLoop } from '../../loop.ts';
import { apply } from '../../op.ts';
import { resultType } from '../../promote.ts';
import type { Tensor } from '../../tensor.ts';
import { promotedFloating, slopesOf } from './difference.ts';
import { type LossOptions, reducible, reductionOf } from './reduction.ts';

// out[i] = |a[i] − b[i]|
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.abs(a[p + i * s]! - b[q + i * t]!);
};

const op = reducible({
  name: 'l1_loss',
  dtype: promotedFloating('l1_loss'),
  forward: (out, [input, target]) => binaryLoop(out, input!, target!, row),
  // d|x|/dx = sign(x), 0 at 0
  gradFn: 'L1LossBackward0',
  slopes: slopesOf((d) => d.sign()),
});

/** |input − target|, reduced; operands are broadcast and promoted. Raises shape_mismatch, unsupported_dtype for integers' mean. */
export function l1_loss(input: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const reduction = reductionOf(options);
  if (isFloating(resultType([input, target]))) return apply(op, [input, target], { reduction });
  const exact = input.sub(target).abs();
  return reduction === 'none' ? exact : reduction === 'sum' ? exact.sum() : exact.mean();
}
