import { type Dtype, isFloating } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { gradModeEnabled } from '../../grad-mode.ts';
import type { Tensor } from '../../tensor.ts';

/** Raises if a sum in `dtype` had to be recorded and has no gradient, as in PyTorch, where `to` quietly leaves the graph. */
export function checkRecordable(input: Tensor, dtype: Dtype, op: string): void {
  if (!isFloating(dtype) && input.requires_grad && gradModeEnabled())
    raise('unsupported_dtype', `${op}: a tensor that requires grad has no ${op} in ${dtype}`);
}
