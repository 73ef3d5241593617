import { apply, type Op } from '../../apply/op.ts';
import { resultType } from '../../apply/promote.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { walk } from '../../kernels/loop.ts';
import { broadcastTo } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, NONE, type None } from '../pointwise.ts';

/**
 * Takes from `input` where `condition` holds, and from `other` where it does not. Either of the two may be a number.
 *
 *     out[i] = input[i] if condition[i], else other[i]
 *
 * All three shapes broadcast; the dtype is that to which input and other promote. Raises shape_mismatch,
 * unsupported_dtype (a condition that is neither bool nor uint8).
 * Source: torch.where.
 */
export function where(condition: Tensor, input: Operand, other: Operand): Tensor {
  if (condition.dtype !== 'bool' && condition.dtype !== 'uint8') {
    raise('unsupported_dtype', `where: expected a condition of dtype bool, found ${condition.dtype}`);
  }
  return apply(op, [condition, input, other], NONE);
}

const op: Op<None> = {
  name: 'where',
  shape: broadcast,
  dtype: ([_, input, other]) => {
    const dtype = resultType([input!, other!]);
    return { compute: ['bool', dtype, dtype], result: dtype };
  },
  layout: 'as-operands',
  // out[i] = a[i] if condition[i], else b[i]
  forward: (out, inputs) => {
    const [condition, a, b] = inputs.map((v) => broadcastTo(v, out.shape));
    const [to, c, x, y] = [out, condition!, a!, b!].map((v) => v.storage.buffer);
    walk(out.shape, [out, condition!, a!, b!], (n, [o, h, p, q], [_, r, s, t]) => {
      for (let i = 0; i < n; i++) to![o! + i] = c![h! + i * r!] ? x![p! + i * s!]! : y![q! + i * t!]!;
    });
  },
  // What was not taken gets 0, not 0·grad: a NaN on the other side stays there.
  vjp: {
    gradFn: 'WhereBackward0',
    rules: [null, (grad, saved) => where(saved.input(0), grad, 0), (grad, saved) => where(saved.input(0), 0, grad)],
  },
};
