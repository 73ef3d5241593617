import { convert } from '../../convert.ts';
import type { Dtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { resizeOut } from '../../out.ts';
import { isScalar, type Scalar, scalarCategory, toBigint, toNumber } from '../../scalar.ts';
import { Tensor } from '../../tensor.ts';
import { emptyView } from '../../view.ts';
import type { CreationOptions } from './filled.ts';

export interface ArangeOptions extends CreationOptions {
  readonly layout?: 'strided';
  /** Receives the result in place, resized, in its own dtype. */
  readonly out?: Tensor;
}

const inferred = (parts: readonly Scalar[]): Dtype =>
  parts.some((x) => scalarCategory(x) === 2) ? 'float32' : 'int64';

function length(start: number, end: number, step: number): number {
  if (step === 0) raise('invalid_argument', 'arange: step must not be zero');
  if (!Number.isFinite(start) || !Number.isFinite(end))
    raise('invalid_argument', `arange: unsupported range ${start} to ${end}`);
  if ((end - start) / step < 0)
    raise('invalid_argument', `arange: a step of ${step} never leads from ${start} to ${end}`);
  return Math.ceil((end - start) / step);
}

function values(start: Scalar, step: Scalar, n: number, exact: boolean, dtype: Dtype): Tensor {
  const wide = emptyView(exact ? 'int64' : 'float64', [n]);
  const buffer = wide.storage.buffer;
  // out[i] = start + i·step
  for (let i = 0; i < n; i++) {
    if (buffer instanceof BigInt64Array) buffer[i] = toBigint(start) + BigInt(i) * toBigint(step);
    else buffer[i] = toNumber(start) + i * toNumber(step);
  }
  return new Tensor(convert(wide, dtype));
}

/** start, start + step, … before end; `arange(end)` starts at 0. float32 if any of them is a float, else int64. */
export function arange(end: Scalar, options?: ArangeOptions): Tensor;
export function arange(start: Scalar, end: Scalar, options?: ArangeOptions): Tensor;
export function arange(start: Scalar, end: Scalar, step: Scalar, options?: ArangeOptions): Tensor;
export function arange(...args: readonly (Scalar | ArangeOptions | undefined)[]): Tensor {
  const parts = args.filter(isScalar);
  const options = (args.find((x) => x !== undefined && !isScalar(x)) ?? {}) as ArangeOptions;
  const [start, end, step] = parts.length < 2 ? [0, parts[0]!, 1] : [parts[0]!, parts[1]!, parts[2] ?? 1];
  const { out, layout = 'strided', dtype = out?.dtype ?? inferred(parts) } = options;
  if (layout !== 'strided') raise('invalid_argument', `arange: layout ${layout} is not supported`);
  if (dtype === 'bool') raise('unsupported_dtype', 'arange: bool has no range');
  if (out !== undefined && dtype !== out.dtype)
    raise('invalid_argument', `arange: dtype ${dtype} is not that of out, ${out.dtype}`);
  const n = length(toNumber(start), toNumber(end), toNumber(step));
  const range = values(start, step, n, inferred(parts) === 'int64', dtype);
  const tensor = out === undefined ? range : resizeOut(out, [n]).copy_(range);
  return options.requires_grad ? tensor.requires_grad_() : tensor;
}
