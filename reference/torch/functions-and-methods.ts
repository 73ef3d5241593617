/** Ops that are torch.* functions and Tensor methods. Those of the spec are generated; these have no page, or one by another name. */

// Its page names torch.nn.functional.prelu; PyTorch has torch.prelu and a method too.
export { prelu } from '../ops/activations/prelu.ts';
// No ops of the spec: what other ops and their gradients are made of.
export { bmm } from '../ops/linear-algebra/bmm.ts';
export * from './functions-and-methods.gen.ts';
