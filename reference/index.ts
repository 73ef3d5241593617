/** A small, exact implementation of PyTorch-style tensors, to read and to learn from. */

export { Tensor } from './autograd/tensor.ts';
export * as data from './data/index.ts';
export * as nn from './nn/index.ts';
export type { Dtype } from './numbers/dtype.ts';
export { type ErrorKind, TensorError } from './numbers/errors.ts';
export { Generator } from './numbers/generator.ts';
export { Float, float, type Scalar } from './numbers/scalar.ts';
export { SparseTensor } from './ops/sparse/sparse-tensor.ts';
export * as optim from './optim/index.ts';
export { torch } from './torch/torch.ts';
