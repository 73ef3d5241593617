/** What stands beyond the edges of an image, where it is not zeros. */

import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { tensor } from '../ops/creation/tensor.ts';

export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

/** Which of n elements stands at i, before 0 and after n − 1 too. */
const SOURCES: Readonly<Record<Exclude<PaddingMode, 'zeros'>, (i: number, n: number) => number>> = {
  reflect: (i, n) => (i < 0 ? -i : i < n ? i : 2 * (n - 1) - i),
  replicate: (i, n) => Math.min(Math.max(i, 0), n - 1),
  circular: (i, n) => (i + n) % n,
};

export function checkPaddingMode(mode: PaddingMode): void {
  if (mode !== 'zeros' && !Object.hasOwn(SOURCES, mode))
    raise('invalid_argument', `${String(mode)} is no padding_mode: zeros, reflect, replicate or circular`);
}

// out[…, i] = input[…, source(i − before)] along the last axis
function padLast(input: Tensor, mode: Exclude<PaddingMode, 'zeros'>, before: number, after: number): Tensor {
  const n = input.shape.at(-1)!;
  const most = Math.max(before, after);
  if (mode === 'reflect' && most >= n) raise('shape_mismatch', `${most} elements cannot be a reflection of ${n}`);
  if (mode === 'circular' && most > n) raise('invalid_argument', `${most} elements go around ${n} more than once`);
  const places = Array.from({ length: before + n + after }, (_, i) => SOURCES[mode](i - before, n));
  return input.getitem('...', tensor(places, { dtype: 'int64' }));
}

/** Pads the last two axes: rows by `height` (before, after), columns by `width`. Raises shape_mismatch, invalid_argument. */
export function padAround(
  input: Tensor,
  mode: Exclude<PaddingMode, 'zeros'>,
  height: readonly [number, number],
  width: readonly [number, number],
): Tensor {
  const wide = padLast(input, mode, ...width);
  return padLast(wide.transpose(-1, -2), mode, ...height).transpose(-1, -2);
}
