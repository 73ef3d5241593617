import type { Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Vjp } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import type { None } from '../pointwise.ts';

/** What writes one number everywhere, out[i] = value: nothing of the old values, and so nothing of their gradient, is left. */
export const filling = (name: string, gradFn: Vjp<None>['gradFn']): Op<None> => ({
  name,
  shape: ([self]) => self!,
  dtype: ([self]) => ({ compute: (self as Tensor).dtype, result: (self as Tensor).dtype }),
  layout: 'row-major',
  forward: (out, [_, value]) => copyInto(out, value!),
  // d self = 0, d value = Σᵢ d out[i]
  vjp: { gradFn, rules: [(grad) => grad.zeros_like(), (grad) => grad.sum()] },
});
