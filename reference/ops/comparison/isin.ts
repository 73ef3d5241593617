import { apply, type Op } from '../../apply/op.ts';
import { resultType } from '../../apply/promote.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import type { View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Which elements stand among those of `test_elements`, a tensor of any shape or a number; by `invert` which do not.
 *
 *     out[i] = elements[i] = test_elements[j] for some j
 *
 * bool, of the shape of `elements`. NaN is among nothing. Raises unsupported_dtype (bool).
 * Source: torch.isin.
 */
export function isin(elements: Tensor, test_elements: Operand, { invert = false }: IsinOptions = {}): Tensor {
  for (const one of [elements, test_elements]) {
    if (one instanceof Tensor && one.dtype === 'bool')
      raise('unsupported_dtype', 'isin: bool tensors are not looked at');
  }
  return apply(op, [elements, test_elements], { invert });
}

export interface IsinOptions {
  /** Default: false. */
  readonly invert?: boolean;
}

const held = ({ storage, shape, strides, offset }: View): readonly (number | bigint)[] =>
  Array.from(offsetsOf(shape, strides, offset), (at) => storage.buffer[at]!);

const op: Op<{ readonly invert: boolean }> = {
  name: 'isin',
  shape: ([elements]) => elements!,
  dtype: (operands) => ({ compute: resultType(operands), result: 'bool' }),
  layout: 'row-major',
  // out[i] = whether elements[i] = test_elements[j] for some j; a set holds 0 and −0 as one, and NaN, which is equal to nothing
  forward: (out, [elements, others], { invert }) => {
    const among = new Set(held(others!));
    held(elements!).forEach((one, i) => {
      out.numbers[i] = Number((among.has(one) && !Number.isNaN(one)) !== invert);
    });
  },
  vjp: null,
};
