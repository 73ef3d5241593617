/** A small, exact implementation of PyTorch-style tensors, to read and to learn from. */
export * as data from './data/index.ts';
export type { Dtype } from './dtype.ts';
export { type ErrorKind, TensorError } from './errors.ts';
export { Generator } from './generator.ts';
export * as nn from './nn/index.ts';
export * as optim from './optim/index.ts';
export { Float, float, type Scalar } from './scalar.ts';
export { SparseTensor } from './sparse.ts';
export { Tensor } from './tensor.ts';
export { torch } from './torch.ts';
