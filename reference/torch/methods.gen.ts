// Generated from spec/ops/*.md and the files of reference/ops by `npm run generate`.
/** Ops that are Tensor methods only: f(self, …) is self.f(…). */
export { add_ } from '../ops/arithmetic/add.ts';
export { contiguous } from '../ops/views/contiguous.ts';
export { copy_ } from '../ops/views/copy_.ts';
export { div_ } from '../ops/arithmetic/div.ts';
export { expand } from '../ops/shape/expand.ts';
export { fill_ } from '../ops/views/fill_.ts';
export { getitem } from '../ops/indexing/getitem.ts';
export { indices } from '../ops/sparse/indices.ts';
export { item } from '../ops/dtypes/item.ts';
export { mul_ } from '../ops/arithmetic/mul.ts';
export { normal_ } from '../ops/random/normal_.ts';
export { pow_ } from '../ops/arithmetic/pow.ts';
export { random_ } from '../ops/random/random_.ts';
export { repeat } from '../ops/shape/repeat.ts';
export { requires_grad_ } from '../ops/autograd/requires_grad_.ts';
export { retain_grad } from '../ops/autograd/retain_grad.ts';
export { setitem } from '../ops/indexing/setitem.ts';
export { sub_ } from '../ops/arithmetic/sub.ts';
export { to } from '../ops/dtypes/to.ts';
export { to_dense } from '../ops/sparse/to_dense.ts';
export { to_sparse } from '../ops/sparse/to_sparse.ts';
export { tolist } from '../ops/dtypes/tolist.ts';
export { uniform_ } from '../ops/random/uniform_.ts';
export { values } from '../ops/sparse/values.ts';
export { view } from '../ops/views/view.ts';
export { zero_ } from '../ops/views/zero_.ts';
