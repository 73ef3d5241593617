import type { TensorData } from '../adapter/contract.ts';
import { Breach, isUnsupported, Threw } from './failure.ts';
import type { Library } from './library.ts';
import { isPromise, type Task } from './task.ts';
import type { Node } from './values.ts';

/**
 * The elements of a tensor, checked against its shape. What the library raises only here counts at the op that made the
 * tensor.
 */
export function* read(library: Library, node: Node): Task<TensorData> {
  const value: unknown = node.value;
  if (typeof value !== 'object' && typeof value !== 'function') return zeroDim(value as number | bigint | boolean);
  let data: TensorData;
  try {
    const result = library.adapter.read(node.value);
    data = isPromise(result) ? ((yield result) as TensorData) : result;
  } catch (error) {
    throw isUnsupported(error) ? error : new Threw(error, node.place, true);
  }
  checkRead(data);
  return data;
}

function checkRead(read: TensorData): void {
  if (!Array.isArray(read?.shape) || typeof read.dtype !== 'string' || read.data?.length === undefined) {
    throw new Breach('read must return dtype, shape and data');
  }
  let size = 1;
  for (const axis of read.shape) size *= axis;
  if (read.data.length !== size) {
    throw new Breach(`read returned ${read.data.length} elements for the shape [${read.shape.join(', ')}]`);
  }
}

/** A host number in place of a 0-d tensor. */
function zeroDim(value: number | bigint | boolean): TensorData {
  const dtype = typeof value === 'boolean' ? 'bool' : typeof value === 'bigint' ? 'int64' : 'float32';
  return { dtype, shape: [], data: [value] };
}
