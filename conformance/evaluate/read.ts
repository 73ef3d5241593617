import type { TensorData } from '../adapter/contract.ts';
import { fillsShape } from '../compare/compare.ts';
import { Breach, isUnsupported, Threw } from './failure.ts';
import type { Library } from './library.ts';
import { isPromise, type Task } from './task.ts';
import type { Node } from './values.ts';

/** The elements of a tensor, which fill its shape. */
export function* read(library: Library, node: Node): Task<TensorData> {
  const data = yield* readAsGiven(library, node);
  if (!fillsShape(data)) throw unfilled(data);
  return data;
}

/** What `read` gave of an adapter's own tensor, or of one that the suite cannot go on with. */
export const unfilled = ({ shape, data }: TensorData): Breach =>
  new Breach(`read returned ${data.length} elements for the shape [${shape.join(', ')}]`);

/**
 * The elements and the shape of a tensor as the library gave them: whether they are of one size is for the judge to say. What the library raises only here counts at the op that made the
 * tensor.
 */
export function* readAsGiven(library: Library, node: Node): Task<TensorData> {
  const value: unknown = node.value;
  if (typeof value !== 'object' && typeof value !== 'function') return zeroDim(value as number | bigint | boolean);
  const data = readNow(library, node);
  return isPromise(data) ? yield* readLater(data, node) : data;
}

/** The same, as a promise where the library must be waited for. */
export function readNow(library: Library, node: Node): TensorData | PromiseLike<TensorData> {
  try {
    const data = library.adapter.read(node.value);
    return isPromise(data) ? data : checked(data);
  } catch (error) {
    throw lateFailure(error, node);
  }
}

function* readLater(promise: PromiseLike<TensorData>, node: Node): Task<TensorData> {
  try {
    return checked((yield promise) as TensorData);
  } catch (error) {
    throw lateFailure(error, node);
  }
}

/** What `read` throws. The library has answered by then: that it lacks something is too late to say. */
const lateFailure = (error: unknown, node: Node): unknown => {
  if (isUnsupported(error)) return new Breach(`read says unsupported (${error.what}) of what the library answered`);
  return error instanceof Breach ? error : new Threw(error, node.place, true);
};

function checked(read: TensorData): TensorData {
  if (!Array.isArray(read?.shape) || typeof read.dtype !== 'string' || read.data?.length === undefined) {
    throw new Breach('read must return dtype, shape and data');
  }
  // What is no length, but a number, is the library's word.
  if (!read.shape.every((axis: unknown) => typeof axis === 'number'))
    throw new Breach(`read returned a shape of no numbers: ${given(read)}`);
  return read;
}

/** A shape as the library gave it: `["5"]` is another than `[5]`. */
const given = ({ shape }: TensorData): string =>
  `[${shape.map((axis: unknown) => (typeof axis === 'string' ? JSON.stringify(axis) : typeof axis === 'object' ? 'an object' : String(axis))).join(', ')}]`;

/** A host number in place of a 0-d tensor. */
function zeroDim(value: number | bigint | boolean): TensorData {
  const dtype = typeof value === 'boolean' ? 'bool' : typeof value === 'bigint' ? 'int64' : 'float32';
  return { dtype, shape: [], data: [value] };
}
