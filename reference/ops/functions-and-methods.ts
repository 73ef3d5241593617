/** Ops that are torch.* functions and Tensor methods: f(input, …) is input.f(…). One line per file. */
export { add } from './arithmetic/add.ts';
export { exp, exp_ } from './arithmetic/exp.ts';
export { mul } from './arithmetic/mul.ts';
export { where } from './arithmetic/where.ts';
export { detach } from './autograd/detach.ts';
export { ones_like, zeros_like } from './creation/filled.ts';
export { select } from './indexing/select.ts';
export { bmm } from './linear-algebra/bmm.ts';
export { matmul } from './linear-algebra/matmul.ts';
export { mm } from './linear-algebra/mm.ts';
export { sum } from './reductions/sum.ts';
export { clone } from './shape/clone.ts';
export { narrow } from './shape/narrow.ts';
export { permute } from './shape/permute.ts';
export { reshape } from './shape/reshape.ts';
export { transpose } from './shape/transpose.ts';
export { unsqueeze } from './shape/unsqueeze.ts';
