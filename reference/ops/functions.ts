/** Ops that are torch.* functions only. One line per file. */
export { arange } from './creation/arange.ts';
export { full, ones, zeros } from './creation/filled.ts';
export { tensor } from './creation/tensor.ts';
export { manual_seed } from './random/manual_seed.ts';
export { normal } from './random/normal.ts';
export { rand, randn } from './random/rand.ts';
export { randperm } from './random/randperm.ts';
export { cat } from './shape/cat.ts';
export { stack } from './shape/stack.ts';
