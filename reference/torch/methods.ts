/** Tensor methods. Those of the spec that have a file among the ops are generated. */
// What walks the graph is no op.
export { backward } from '../autograd/autograd.ts';
// No op of the spec: what indexing that picks everything gives.
export { alias } from '../ops/views/alias.ts';
export { print as toString } from '../print/print.ts';
export * from './methods.gen.ts';
