/** Ops that are torch.* functions only. One line per file. */
export { arange } from './creation/arange.ts';
export { full, ones, zeros } from './creation/filled.ts';
export { tensor } from './creation/tensor.ts';
export { cat } from './shape/cat.ts';
