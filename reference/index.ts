/** A small, exact implementation of PyTorch-style tensors, to read and to learn from. */
export type { Dtype } from './dtype.ts';
export { type ErrorKind, TensorError } from './errors.ts';
export { Generator } from './generator.ts';
export { Float, float, type Scalar } from './scalar.ts';
export { SparseTensor } from './sparse.ts';
export { Tensor } from './tensor.ts';
export { torch } from './torch.ts';
