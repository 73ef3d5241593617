/** Wrong results that are the right op's own, of something else than what it was given. */
import type { Tools } from '../mutation.ts';
import type { Called, Given, Otherwise } from './called.ts';
import {
  type Buffer,
  countOf,
  type Elements,
  elementsOf,
  type Layout,
  type Memory,
  type Place,
  rowMajor,
} from './memory.ts';

/** The elements of the k-th tensor that the right op gives of something else, if they have the dtype and shape that are due. */
export function otherwise(called: Called, other: Otherwise, y: Elements, k: number): Elements | undefined {
  const { tools, again } = called;
  const found = [again(other)].flat().filter(tools.isTensor)[k];
  if (found === undefined) return undefined;
  const elements = elementsOf(tools.memory(found));
  return elements.dtype === y.dtype && elements.shape.join() === y.shape.join() ? elements : undefined;
}

/** Gives the elements of that instead. */
export function replaceBy(called: Called, other: Otherwise, y: Elements, k: number): void {
  const found = otherwise(called, other, y, k);
  if (found !== undefined) y.data.splice(0, y.data.length, ...found.data);
}

/** Another tensor of what a given one held, changed. */
export function remade(called: Called, given: Given, change: (x: Elements) => void): unknown {
  const { dtype, shape, data } = called.before(given);
  const x = { dtype, shape, data: [...data] };
  change(x);
  return called.tools.make(dtype, shape, x.data);
}

/** A tensor with other elements in the place of each that the op was given and that suits. */
export const remadeAll = (
  called: Called,
  suits: (given: Given) => boolean,
  change: (x: Elements) => void,
): ReadonlyMap<unknown, unknown> =>
  new Map(called.given.filter(suits).map((given) => [given.tensor, remade(called, given, change)]));

/** The first `count` along an axis, or those from `start` on. */
export const narrowed = (tools: Tools, tensor: unknown, axis: number, count: number, start = 0): unknown => {
  const { shape, strides, offset } = tools.memory(tensor);
  return tools.lookAt(tensor, { shape: shape.with(axis, count), strides, offset: offset + start * strides[axis]! });
};

/** How a library reads a tensor that it believes to lie gapless: from the first element of the memory, or from its own. */
const misplaced = ({ shape, offset }: Place, layout: Layout): Place => ({
  shape,
  strides: rowMajor(shape),
  offset: layout === 'offset' ? 0 : offset,
});

/** The elements that such a library takes for those of a tensor; past the end of the memory it finds zeros. */
export function misread(memory: Memory, layout: Layout): (number | bigint)[] {
  const { offset } = misplaced(memory, layout);
  const { buffer, shape } = memory;
  const zero = buffer instanceof BigInt64Array ? 0n : 0;
  return Array.from({ length: countOf(shape) }, (_, i) => buffer[offset + i] ?? zero);
}

/** The same as a tensor: on the memory of the right one, if it reaches so far. */
export function misreadTensor(tools: Tools, { tensor, memory }: Given, layout: Layout): unknown {
  const place = misplaced(memory, layout);
  if (place.offset + countOf(place.shape) <= memory.buffer.length) return tools.lookAt(tensor, place);
  return tools.make(memory.dtype, memory.shape, misread(memory, layout));
}

/** Writes to where such a library believes a tensor to lie, of which the right place is left as it was. */
export function writeAstray(memory: Memory, layout: Layout, before: Buffer, data: readonly (number | bigint)[]): void {
  memory.buffer.set(before as never);
  const { offset } = misplaced(memory, layout);
  data.forEach((v, i) => {
    if (offset + i < memory.buffer.length) memory.buffer[offset + i] = v;
  });
}
