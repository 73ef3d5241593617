import { resizeOut } from '../../apply/out.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { convert } from '../../kernels/convert.ts';
import { emptyView, type View } from '../../memory/view.ts';
import { checkDevice } from '../../numbers/device.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { isScalar, type Scalar, scalarCategory, toBigint, toNumber } from '../../numbers/scalar.ts';
import type { CreationOptions } from './creation-options.ts';

/**
 * Evenly spaced numbers from `start`, which is 0 unless given, to before `end`: (n).
 *
 *     out[i] = start + i·step,  0 ≤ i < n = ⌈(end - start) / step⌉
 *
 * int64 if all three are integers, else float32, unless `dtype` says another. Raises invalid_argument (a step of 0 or
 * away from `end`, bounds that are not finite), unsupported_dtype (bool, integers that require grad).
 * Source: torch.arange.
 */
export function arange(end: Scalar, options?: ArangeOptions): Tensor;
/** From `start` on: `arange(1, 4)` is 1, 2, 3. */
export function arange(start: Scalar, end: Scalar, options?: ArangeOptions): Tensor;
/** In steps of `step`: `arange(4, 0, -2)` is 4, 2. */
export function arange(start: Scalar, end: Scalar, step: Scalar, options?: ArangeOptions): Tensor;
export function arange(...args: readonly (Scalar | ArangeOptions | undefined)[]): Tensor {
  const parts = args.filter(isScalar);
  const options = (args.find((x) => x !== undefined && !isScalar(x)) ?? {}) as ArangeOptions;
  const [start, end, step] = parts.length < 2 ? [0, parts[0]!, 1] : [parts[0]!, parts[1]!, parts[2] ?? 1];
  const { out, layout = 'strided', dtype = out?.dtype ?? inferred(parts) } = options;
  checkDevice(options);
  if (layout !== 'strided') raise('invalid_argument', `arange: layout ${layout} is not supported`);
  if (dtype === 'bool') raise('unsupported_dtype', 'arange: bool has no range');
  if (out !== undefined && dtype !== out.dtype)
    raise('invalid_argument', `arange: dtype ${dtype} is not that of out, ${out.dtype}`);
  if (![start, end, step].every((x) => Number.isFinite(toNumber(x)))) {
    raise('invalid_argument', `arange: unsupported range ${toNumber(start)} to ${toNumber(end)}`);
  }
  const view = (isFloating(dtype) ? floats : integers)(start, end, step, dtype);
  const range = new Tensor(view);
  const tensor = out === undefined ? range : resizeOut(out, view.shape).copy_(range);
  return options.requires_grad ? tensor.requires_grad_() : tensor;
}

export interface ArangeOptions extends CreationOptions {
  /** Only `'strided'` is possible. */
  readonly layout?: 'strided' | 'sparse_coo';
  /** Receives the result in place, resized, in its own dtype. */
  readonly out?: Tensor;
}

const inferred = (parts: readonly Scalar[]): Dtype =>
  parts.some((x) => scalarCategory(x) === 2) ? 'float32' : 'int64';

function checkRange(start: number | bigint, end: number | bigint, step: number | bigint): void {
  if (Number(step) === 0) raise('invalid_argument', 'arange: step must not be zero');
  if (step > 0 ? end < start : end > start) {
    raise('invalid_argument', `arange: a step of ${step} never leads from ${start} to ${end}`);
  }
}

/** What an integer dtype has no room for is dropped from start and step, once the elements are counted. */
function integers(start: Scalar, end: Scalar, step: Scalar, dtype: Dtype): View {
  const exact = dtype === 'int64' && [start, end, step].every((x) => scalarCategory(x) < 2);
  const [first, last, by] = [toBigint(start), toBigint(end), toBigint(step)];
  if (exact) checkRange(first, last, by);
  else checkRange(toNumber(start), toNumber(end), toNumber(step));
  // int64 counts ints in integers, where a float64 would be too coarse. Fractions and the narrower dtypes count as floats do.
  const n = exact ? Number((last - first + by - (by > 0n ? 1n : -1n)) / by) : count(start, end, step);
  const out = emptyView('int64', [n]);
  const to = out.bigints;
  for (let i = 0, x = first; i < n; i++, x += by) to[i] = x;
  return convert(out, dtype);
}

const count = (start: Scalar, end: Scalar, step: Scalar): number =>
  Math.ceil((toNumber(end) - toNumber(start)) / toNumber(step));

function floats(start: Scalar, end: Scalar, step: Scalar, dtype: Dtype): View {
  const [first, by] = [toNumber(start), toNumber(step)];
  checkRange(first, toNumber(end), by);
  const n = count(start, end, step);
  const out = emptyView('float64', [n]);
  const to = out.numbers;
  // out[i] = start + i·step
  for (let i = 0; i < n; i++) to[i] = first + i * by;
  return convert(out, dtype);
}
