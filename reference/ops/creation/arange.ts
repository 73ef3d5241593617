import { convert } from '../../convert.ts';
import type { Dtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { isScalar, type Scalar, scalarCategory, toBigint, toNumber } from '../../scalar.ts';
import { Tensor } from '../../tensor.ts';
import { emptyView } from '../../view.ts';
import type { CreationOptions } from './filled.ts';

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

/** start, start + step, … before end; `arange(end)` starts at 0. float32 if any of them is a float, else int64. */
export function arange(end: Scalar, options?: CreationOptions): Tensor;
export function arange(start: Scalar, end: Scalar, options?: CreationOptions): Tensor;
export function arange(start: Scalar, end: Scalar, step: Scalar, options?: CreationOptions): Tensor;
export function arange(...args: readonly (Scalar | CreationOptions | undefined)[]): Tensor {
  const parts = args.filter(isScalar);
  const options = (args.find((x) => x !== undefined && !isScalar(x)) ?? {}) as CreationOptions;
  const [start, end, step] = parts.length < 2 ? [0, parts[0]!, 1] : [parts[0]!, parts[1]!, parts[2] ?? 1];
  const [first, by] = [toNumber(start), toNumber(step)];
  const n = length(first, toNumber(end), by);
  const dtype = options.dtype ?? inferred(parts);
  const exact = inferred(parts) === 'int64';
  const values = emptyView(exact ? 'int64' : 'float64', [n]);
  const buffer = values.storage.buffer;
  // out[i] = start + i·step
  for (let i = 0; i < n; i++) {
    if (buffer instanceof BigInt64Array) buffer[i] = toBigint(start) + BigInt(i) * toBigint(step);
    else buffer[i] = first + i * by;
  }
  const tensor = new Tensor(convert(values, dtype));
  return options.requires_grad ? tensor.requires_grad_() : tensor;
}
