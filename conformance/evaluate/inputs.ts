import { unsupported } from '../adapter/contract.ts';
import type { Dtype, TensorValue } from '../values/case.ts';
import { isInteger } from '../values/dtypes.ts';
import { type Decoded, decodeAll } from '../values/element.ts';
import { messageOf } from '../values/message.ts';
import { repeatsOf } from '../values/repeats.ts';
import { withinSubstitute } from '../values/substitute.ts';
import { Breach, isUnsupported } from './failure.ts';
import type { Tensor } from './library.ts';
import type { Run } from './run.ts';
import { isPromise, type Task } from './task.ts';

type Data = ArrayLike<number | bigint | boolean>;
const decoded = new WeakMap<TensorValue, { readonly dtype: Dtype; readonly data: Data }>();

/** A case's inputs, by name. */
export function* makeInputs(run: Run, inputs: Readonly<Record<string, TensorValue>>): Task<void> {
  for (const [name, input] of Object.entries(inputs)) {
    const leaf = input.requires_grad === true;
    const cell = run.cell(make(run, input), [], leaf && run.gradients.available);
    run.names.set(name, cell);
    if (leaf) yield* run.gradients.mark(run, cell, true, []);
  }
}

function make(run: Run, input: TensorValue): Tensor {
  const dtype = run.dtype(input.dtype);
  const data = dataOf(input, dtype);
  try {
    const made: unknown = run.library.adapter.tensor({ dtype, shape: input.shape, data });
    if (isPromise(made)) throw new Breach('tensor must not return a promise');
    return made as Tensor;
  } catch (error) {
    if (isUnsupported(error) || error instanceof Breach) throw error;
    throw new Breach(`tensor raised: ${messageOf(error)}`);
  }
}

/** The elements as the adapter's dtype holds them, read once per case. */
function dataOf(input: TensorValue, dtype: Dtype): Data {
  const before = decoded.get(input);
  if (before?.dtype === dtype) return before.data;
  const data = convert(input, dtype);
  // What repeats is soon read again, and long to keep.
  if (repeatsOf(input) === undefined) decoded.set(input, { dtype, data });
  return data;
}

function convert(input: TensorValue, dtype: Dtype): Data {
  const elements = decodeAll(input, input.dtype);
  if (dtype !== input.dtype && !withinSubstitute(elements, dtype)) {
    unsupported(`${input.dtype} beyond the range of ${dtype}`);
  }
  return isInteger(dtype) || dtype !== input.dtype ? elements.map((element) => as(dtype, element)) : elements;
}

function as(dtype: Dtype, element: Decoded): Decoded {
  if (dtype === 'bool') return Boolean(element);
  return dtype === 'int64' ? BigInt(element) : Number(element);
}
