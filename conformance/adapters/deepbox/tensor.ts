import { type DType, dtypeToTypedArrayCtor, type TypedArray } from 'deepbox/core';
import { type AnyTensor, contiguous, GradTensor, parameter, Tensor, tensor } from 'deepbox/ndarray';
import { type HostScalar, type TensorData, unsupported } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';

/** There are two kinds: `Tensor` is for functions, `GradTensor` has methods and records them. */
export type T = AnyTensor;
export type Numeric = Exclude<DType, 'string'>;

export const isGrad = (x: unknown): x is GradTensor => GradTensor.isGradTensor(x);
export const isTensor = (x: unknown): x is T => x instanceof Tensor || isGrad(x);
/** The values, outside the graph. */
export const valuesOf = (x: T): Tensor => (isGrad(x) ? x.tensor : x);
/** As it is: the types of most functions name `Tensor` alone, and at run time they take what records too. */
export const asIs = (x: T): Tensor => x as Tensor;
export const lifted = (x: T): GradTensor => (isGrad(x) ? x : GradTensor.fromTensor(x));

/** Outside `noGrad`, as the library itself says. */
const isRecording = (): boolean => parameter(0).requiresGrad;
export const isRecorded = (x: T): boolean => isGrad(x) && x.requiresGrad && isRecording();

export function make({ dtype, shape, data }: TensorData): Tensor {
  const Ctor = dtypeToTypedArrayCtor(dtype as Numeric) as unknown as { new (data: unknown): TypedArray };
  const elements = Array.from(data, (value) => (typeof value === 'boolean' ? Number(value) : value));
  return Tensor.fromTypedArray({ data: new Ctor(elements), shape: [...shape], dtype: dtype as Numeric, device: 'cpu' });
}

export function read(x: T): TensorData {
  const { dtype, shape, size, data } = contiguous(valuesOf(x));
  return { dtype: dtype as Dtype, shape: [...shape], data: Array.from(data as Iterable<number>).slice(0, size) };
}

/** A number beside a tensor is a 0-d tensor of its dtype, unless it is a fraction beside integers. */
export function beside(value: T | HostScalar, other: T | HostScalar): T {
  if (isTensor(value)) return value;
  if (typeof value === 'boolean') return unsupported('a boolean beside a tensor');
  if (!isTensor(other)) return tensor(Number(value));
  const fits = /float/.test(other.dtype) || Number.isInteger(value);
  const dtype = other.dtype === 'bool' ? 'int64' : other.dtype;
  return tensor(value, { dtype: fits ? dtype : 'float32' });
}

/** The option that holds a dtype; absent, the library's default holds. */
export const typed = (dtype: string | undefined): { dtype?: Numeric } =>
  dtype === undefined ? {} : { dtype: dtype as Numeric };
