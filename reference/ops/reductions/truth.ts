/** `all` and `any`: truth values of what a reduction takes away. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type FoldRow, fold } from '../../kernels/groups.ts';
import { type DimOptions, type Reduced, reduce, reducedBy } from './dims.ts';

const allRow: FoldRow = (so, n, a, p, s) => {
  for (let i = 0; i < n; i++) if (a[p + i * s] === 0) return 0;
  return so;
};
const anyRow: FoldRow = (so, n, a, p, s) => {
  for (let i = 0; i < n; i++) if (a[p + i * s] !== 0) return 1;
  return so;
};

// out[k] = whether all, or any, of input[k, i] are other than 0; uint8 stays, as PyTorch keeps what were truth values before bool
const record = (name: string, nothing: 0 | 1, row: FoldRow): Op<Reduced> => ({
  name,
  shape: reduce,
  dtype: ([input]) => ({ compute: 'bool', result: (input as Tensor).dtype === 'uint8' ? 'uint8' : 'bool' }),
  layout: 'row-major',
  forward: (out, [input], { dims }) => fold(out, input!, dims, nothing, row),
  vjp: null,
});
const RECORDS = { all: record('all', 1, allRow), any: record('any', 0, anyRow) };

/** An empty list of axes takes none away: each element is asked by itself. */
export function truth(input: Tensor, name: 'all' | 'any', options: DimOptions): Tensor {
  const named = options.dim ?? options.axis;
  const reduced = reducedBy(input, options);
  const none = Array.isArray(named) && named.length === 0;
  return apply(RECORDS[name], [input], none ? { ...reduced, dims: [] } : reduced);
}
