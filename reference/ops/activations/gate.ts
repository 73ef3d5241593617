import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { walk } from '../../kernels/loop.ts';
import { broadcastTo } from '../../memory/view.ts';
import { broadcast, promoted } from '../pointwise.ts';

/**
 * a where x is positive, else b: what the gradients of `relu` and `prelu` are made of. Unlike `where` it is recorded as
 * depending on x, so that a second derivative exists, and is 0.
 */
export function gate(x: Tensor, a: Operand, b: Operand, options: Gate): Tensor {
  return apply(op, [x, a, b], options);
}

export interface Gate {
  /** On which side NaN is. */
  readonly nan: 'above' | 'below';
}

const op: Op<Gate> = {
  name: 'gate',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  // out[i] = a[i] if x[i] > 0, else b[i]
  forward: (out, inputs, { nan }) => {
    const [x, a, b] = inputs.map((v) => broadcastTo(v, out.shape));
    const [to, c, above, below] = [out.numbers, x!.numbers, a!.numbers, b!.numbers];
    walk(out.shape, [out, x!, a!, b!], (n, [o, h, p, q], [u, r, s, t]) => {
      for (let i = 0; i < n; i++) {
        const v = c[h! + i * r!]!;
        const opens = nan === 'above' ? !(v <= 0) : v > 0;
        to[o! + i * u!] = opens ? above[p! + i * s!]! : below[q! + i * t!]!;
      }
    });
  },
  // d gate(x, a, b) = da where x > 0, else db, and 0·dx
  vjp: {
    gradFn: 'ThresholdBackwardBackward0',
    rules: [
      (grad) => grad.zeros_like(),
      (grad, saved) => gate(saved.input(0), grad, 0, saved.options),
      (grad, saved) => gate(saved.input(0), 0, grad, saved.options),
    ],
  },
};
