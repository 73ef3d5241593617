/** numpy-ts: NumPy's arrays, without gradients. */
import * as np from 'numpy-ts';
import { type Adapter, defineAdapter } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';
import { array, as, isArray, type T } from './array.ts';
import { composed } from './composed.ts';
import { linalg } from './linalg.ts';
import { adapted, ops } from './ops.ts';
import { pairs } from './pairs.ts';

const adapter: Adapter<T> = defineAdapter<T>({
  name: 'numpy-ts',
  version: np.__version__,
  url: 'https://github.com/dupontcyborg/numpy-ts',
  dtypes: {
    bool: true,
    uint8: true,
    int8: true,
    int16: true,
    int32: true,
    int64: true,
    float16: true,
    float32: true,
    float64: true,
  },
  mutation: 'in-place',
  tensor: ({ dtype, shape, data }) => np.reshape(np.array(Array.from(data), as(dtype)), [...shape]),
  read: (x) => ({
    dtype: array(x).dtype as Dtype,
    shape: array(x).shape,
    data: np.flatten(array(x)).tolist() as number[],
  }),
  dispose: (x) => {
    if (isArray(x)) x.dispose();
  },
  // No `scalar`: a number of JavaScript is all that its functions take. No `classifyError`: its errors are bare.
  ops: { ...ops, ...pairs, ...linalg },
  composed,
  adapted,
});
export default adapter;
