import { applyView, type ViewOp } from '../../op.ts';
import { normalizeDim } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';
import { restride } from '../../view.ts';

export interface SqueezeOptions {
  /** The one axis to take away, if its size is 1. */
  readonly dim?: number;
}

// out[…] = input[…, 0, …], for each axis in dims
const op: ViewOp<{ readonly dims: readonly number[] }> = {
  name: 'squeeze',
  view: (input, { dims }) => {
    const kept = <E>(_: E, axis: number): boolean => !dims.includes(axis);
    return restride(input, input.shape.filter(kept), input.strides.filter(kept));
  },
  vjp: { gradFn: 'SqueezeBackward0', rules: [(grad, saved) => grad.reshape(saved.shape(0))] },
};

/** Takes away axes of size 1: all of them, or `dim`. A view. Source: torch.squeeze. Raises index_out_of_range. */
export function squeeze(input: Tensor, { dim }: SqueezeOptions = {}): Tensor {
  const only = dim === undefined ? null : normalizeDim(dim, input.ndim);
  const dims = input.shape.flatMap((n, axis) => (n === 1 && (only === null || only === axis) ? [axis] : []));
  return applyView(op, input, { dims });
}
