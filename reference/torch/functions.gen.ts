// Generated from spec/ops/*.md and the files of reference/ops by `npm run generate`.
/** Ops that are torch.* functions only: the first of their operands is no tensor. */
export { arange } from '../ops/creation/arange.ts';
export { cat } from '../ops/shape/cat.ts';
export { full } from '../ops/creation/full.ts';
export { manual_seed } from '../ops/random/manual_seed.ts';
export { normal } from '../ops/random/normal.ts';
export { ones } from '../ops/creation/ones.ts';
export { rand } from '../ops/random/rand.ts';
export { randn } from '../ops/random/randn.ts';
export { randperm } from '../ops/random/randperm.ts';
export { stack } from '../ops/shape/stack.ts';
export { tensor } from '../ops/creation/tensor.ts';
export { xlogy } from '../ops/arithmetic/xlogy.ts';
export { zeros } from '../ops/creation/zeros.ts';
