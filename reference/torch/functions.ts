/** Ops that are torch.* functions only. One line per file. */
export { arange } from '../ops/creation/arange.ts';
export { full, ones, zeros } from '../ops/creation/filled.ts';
export { tensor } from '../ops/creation/tensor.ts';
export { manual_seed } from '../ops/random/manual_seed.ts';
export { normal } from '../ops/random/normal.ts';
export { rand, randn } from '../ops/random/rand.ts';
export { randperm } from '../ops/random/randperm.ts';
export { cat } from '../ops/shape/cat.ts';
export { stack } from '../ops/shape/stack.ts';
