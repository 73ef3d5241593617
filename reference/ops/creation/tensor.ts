import { Tensor } from '../../autograd/tensor.ts';
import { store } from '../../kernels/convert.ts';
import type { Shape } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import { checkDevice } from '../../numbers/device.ts';
import { DEFAULT_FLOAT, type Dtype, isDtype, promote } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { roundBuffer } from '../../numbers/rounding.ts';
import { isScalar, type Scalar, scalarDtype } from '../../numbers/scalar.ts';
import type { CreationOptions } from './creation-options.ts';
import { checkInteger } from './range.ts';

/**
 * A leaf with a copy of `data`: a number, or lists of them as deep as there are axes.
 *
 *     out[i, j, …] = data[i][j]…
 *
 * bool, int64 or float32 without a `dtype`, by the widest kind among the numbers; float32 of none. Raises
 * invalid_argument (lists of unequal lengths, a number that an integer dtype cannot hold), unsupported_dtype (integers
 * that require grad).
 * Source: torch.tensor.
 */
export function tensor(data: Data, options: CreationOptions = {}): Tensor {
  const { dtype, requires_grad } = options;
  checkDevice(options);
  if (dtype !== undefined && !isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  const shape = shapeOf(data);
  const values: Scalar[] = [];
  flatten(data, shape, 0, values);
  const inferred = (): Dtype => (values.length === 0 ? DEFAULT_FLOAT : values.map(scalarDtype).reduce(promote));
  const out = emptyView(dtype ?? inferred(), shape);
  const { buffer } = out.storage;
  values.forEach((value, i) => {
    checkInteger(value, out.dtype);
    store(buffer, i, value, out.dtype);
  });
  roundBuffer(buffer, out.dtype);
  const result = new Tensor(out);
  return requires_grad ? result.requires_grad_() : result;
}

/** Numbers nested in lists, as deep as the tensor has axes. */
export type Data = Scalar | readonly Data[];

function shapeOf(data: Data): Shape {
  const shape: number[] = [];
  for (let part: Data | undefined = data; Array.isArray(part); part = part[0]) shape.push(part.length);
  return shape;
}

/** Writes the leaves of `data` to `out` in row-major order, checking that every list has its axis's size. */
function flatten(data: Data, shape: Shape, axis: number, out: Scalar[]): void {
  if (isScalar(data)) {
    if (axis !== shape.length)
      raise('invalid_argument', `expected a list of ${shape[axis]} at depth ${axis}, found a number`);
    out.push(data);
    return;
  }
  if (!Array.isArray(data)) raise('invalid_argument', `tensor: ${String(data)} is neither a number nor a list`);
  if (data.length !== shape[axis]) {
    raise(
      'invalid_argument',
      `expected a list of ${shape[axis] ?? 'no'} elements at depth ${axis}, found ${data.length}`,
    );
  }
  for (const part of data) flatten(part, shape, axis + 1, out);
}
