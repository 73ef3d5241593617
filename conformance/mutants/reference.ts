/** What the mutants of the reference are made with, all of it reached through its adapter. */
import adapter from '../adapters/reference/index.ts';
import { Breach } from '../evaluate/failure.ts';
import type { Dtype } from '../values/case.ts';
import type { Buffer, Memory, Place } from './calls/memory.ts';
import type { GraphNode, Tools } from './mutation.ts';

const { ops, read, autograd, tensor } = adapter;
if (autograd?.kind !== 'tape') throw new Breach('the mutants of the reference need its tape');
const box = ops as unknown as Tools['ops'];

/** What a tensor of the reference keeps, as far as a mutant changes it. */
interface Strided extends Omit<Memory, 'buffer'> {
  readonly storage: { readonly buffer: Buffer; readonly dtype: Dtype; readonly version: number };
  readonly constructor: new (
    storage: unknown,
    shape: readonly number[],
    strides: readonly number[],
    offset: number,
  ) => Strided;
}
interface Inside {
  strided: Strided;
  readonly leaf: boolean;
  readonly node: GraphNode | null;
  readonly requires_grad: boolean;
  grad: unknown;
}
const inside = (t: unknown): Inside => t as Inside;

const placed = ({ storage, constructor: View }: Strided, { shape, strides, offset, buffer }: Place): Strided => {
  const Storage = storage.constructor as new (dtype: Dtype, buffer: Buffer) => Strided['storage'];
  return new View(buffer === undefined ? storage : new Storage(storage.dtype, buffer), shape, strides, offset);
};

const node = (t: unknown): GraphNode | null => {
  // Asked for, it is brought up to date: a write through a view may have made another one.
  void inside(t).requires_grad;
  return inside(t).node;
};

/** The tools of the reference. */
export const tools: Tools = {
  ops: box,
  isTensor: (value) => typeof value === 'object' && value !== null && 'requires_grad' in value && 'strided' in value,
  dtype: (t) => box.dtype!(t, {}) as Dtype,
  shape: (t) => box.shape!(t, {}) as readonly number[],
  values: (t) => Array.from((read(t as never) as { data: ArrayLike<number> }).data),
  requiresGrad: (t) => box.requires_grad!(t, {}) as boolean,
  detach: (t) => autograd.detach(t as never),
  withoutGraph: (run) => autograd.noGrad(run),
  memory: (t) => {
    const { storage, shape, strides, offset } = inside(t).strided;
    return { dtype: storage.dtype, buffer: storage.buffer, shape, strides, offset };
  },
  move: (t, place) => {
    inside(t).strided = placed(inside(t).strided, place);
  },
  lookAt: (t, place) => {
    const other = autograd.data!(t as never);
    inside(other).strided = placed(inside(t).strided, place);
    return other;
  },
  make: (dtype, shape, data) => {
    const made = tensor({ dtype, shape, data: [] });
    const { buffer } = inside(made).strided.storage;
    for (let i = 0; i < data.length; i++) buffer[i] = data[i]!;
    return made;
  },
  edge: (t) => node(t) ?? (inside(t).leaf ? t : null),
  grad: (t) => inside(t).grad,
  setGrad: (t, gradient) => {
    inside(t).grad = gradient;
  },
  version: (t) => inside(t).strided.storage.version,
  node,
};
