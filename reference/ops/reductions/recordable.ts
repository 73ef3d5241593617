import { gradModeEnabled } from '../../autograd/grad-mode.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

/** Raises if a sum in `dtype` had to be recorded and has no gradient, as in PyTorch, where `to` quietly leaves the graph. */
export function checkRecordable(input: Tensor, dtype: Dtype, op: string): void {
  if (!isFloating(dtype) && input.requires_grad && gradModeEnabled())
    raise('unsupported_dtype', `${op}: a tensor that requires grad has no ${op} in ${dtype}`);
}
