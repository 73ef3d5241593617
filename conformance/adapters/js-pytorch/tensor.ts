import { torch } from 'js-pytorch';

export type T = InstanceType<typeof torch.Tensor>;
export type Nested = number | Nested[];

/** Flat row-major data as the nested lists that the library takes. */
export const nested = (data: readonly number[], shape: readonly number[]): Nested[] => {
  const [size = 1, ...inner] = shape;
  if (inner.length === 0) return [...data];
  const stride = inner.reduce((count, one) => count * one, 1);
  return Array.from({ length: size }, (_, i) => nested(data.slice(i * stride, (i + 1) * stride), inner));
};

/** The same numbers outside the graph. */
export const detached = (x: T): T => torch.tensor(x.data);

/** PyTorch's classes are the second axis, the library's the last one. */
export const classesLast = (x: T): T =>
  x.shape.slice(2).reduce((moved: T, _: number, i: number) => moved.transpose(i + 1, i + 2), x);
