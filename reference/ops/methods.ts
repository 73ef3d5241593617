/** Ops that are Tensor methods only: f(self, …) is self.f(…). One line per file. */
export { backward } from '../autograd.ts';
export { add_ } from './arithmetic/add.ts';
export { mul_ } from './arithmetic/mul.ts';
export { requires_grad_, retain_grad } from './autograd/detach.ts';
export { item, tolist } from './dtypes/item.ts';
export { to } from './dtypes/to.ts';
export { getitem } from './indexing/getitem.ts';
export { setitem } from './indexing/setitem.ts';
export { contiguous } from './shape/clone.ts';
export { expand } from './shape/expand.ts';
export { alias } from './views/alias.ts';
export { copy_ } from './views/copy_.ts';
export { fill_, zero_ } from './views/fill_.ts';
