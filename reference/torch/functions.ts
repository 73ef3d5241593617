/** Ops that are torch.* functions only. One line per file. */
export { arange } from '../ops/creation/arange.ts';
export { full } from '../ops/creation/full.ts';
export { ones } from '../ops/creation/ones.ts';
export { tensor } from '../ops/creation/tensor.ts';
export { zeros } from '../ops/creation/zeros.ts';
export { manual_seed } from '../ops/random/manual_seed.ts';
export { normal } from '../ops/random/normal.ts';
export { rand } from '../ops/random/rand.ts';
export { randn } from '../ops/random/randn.ts';
export { randperm } from '../ops/random/randperm.ts';
export { cat } from '../ops/shape/cat.ts';
export { stack } from '../ops/shape/stack.ts';
