import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { index_select } from './index_select.ts';
import { int64Tensor } from './places.ts';

/**
 * Each element of an axis `repeats` times in a row: so many of all, or of each as many as a tensor says. Without `dim`, of all
 * elements in row-major order. A copy.
 *
 *     out[…, j, …] = input[…, i, …] where repeats[0] + … + repeats[i - 1] ≤ j < repeats[0] + … + repeats[i]
 *
 * Raises index_out_of_range, invalid_argument (a negative number), shape_mismatch (not one number for each element),
 * unsupported_dtype (no int32 or int64).
 * Source: torch.repeat_interleave.
 */
export function repeat_interleave(
  input: Tensor,
  repeats: Operand,
  { dim: first, axis: other }: RepeatInterleaveOptions = {},
): Tensor {
  const dim = first ?? other;
  const from = dim === undefined ? input.flatten() : input;
  if (from.ndim === 0) raise('index_out_of_range', 'repeat_interleave: a 0-d tensor has no axis');
  const axis = normalizeDim(dim ?? 0, from.ndim);
  return repeats instanceof Tensor ? eachAsOften(from, axis, repeats) : allAsOften(from, axis, repeats);
}

export interface RepeatInterleaveOptions {
  /** Along which axis. Default: over all elements in row-major order. */
  readonly dim?: number;
  /** numpy's name for `dim`. */
  readonly axis?: number;
}

function allAsOften(input: Tensor, axis: number, repeats: Exclude<Operand, Tensor>): Tensor {
  const times = typeof repeats === 'bigint' ? Number(repeats) : repeats;
  if (!Number.isInteger(times) || (times as number) < 0) {
    raise('invalid_argument', `repeat_interleave: expected a number of times, found ${String(times)}`);
  }
  const stretched = input.shape.toSpliced(axis + 1, 0, times as number);
  return input
    .unsqueeze(axis + 1)
    .expand(stretched)
    .clone({ memory_format: 'contiguous_format' })
    .flatten({
      start_dim: axis,
      end_dim: axis + 1,
    });
}

function eachAsOften(input: Tensor, axis: number, repeats: Tensor): Tensor {
  if (repeats.ndim > 1) raise('shape_mismatch', 'repeat_interleave: repeats have one axis at most');
  if (repeats.dtype !== 'int64' && repeats.dtype !== 'int32') {
    raise('unsupported_dtype', `repeat_interleave: repeats are of int32 or int64, not ${repeats.dtype}`);
  }
  const size = input.shape[axis]!;
  const times = [repeats.tolist() as number | bigint | (number | bigint)[]].flat().map(Number);
  const one = times.length === 1;
  if (!one && times.length !== size) {
    raise('shape_mismatch', `repeat_interleave: ${times.length} repeats for an axis of size ${size}`);
  }
  if (times.some((n) => n < 0)) raise('invalid_argument', 'repeat_interleave: repeats must not be negative');
  const places = Array.from({ length: size }, (_, i) => Array<number>(times[one ? 0 : i]!).fill(i)).flat();
  return index_select(input, axis, int64Tensor(places));
}
