/** jax-js on its WebAssembly backend. */
import { defaultDevice, grad, init, numpy as np, vjp } from '@jax-js/jax';
import { type Adapter, defineAdapter } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';
import { lent, type T, typed } from './array.ts';
import { composed } from './composed.ts';
import { linalg } from './linalg.ts';
import { adapted, ops } from './ops.ts';
import { pairs } from './pairs.ts';
import { special } from './special.ts';

const adapter: Adapter<T> = defineAdapter<T>({
  name: '@jax-js/jax',
  version: '0.1.25',
  url: 'https://jax-js.com',
  // It makes no array of float64 or float16 where there is no Float16Array, as in Node 20.
  dtypes: { float32: true, int32: true, bool: true, int64: 'int32' },
  mutation: 'none',
  init: async () => {
    await init('wasm');
    defaultDevice('wasm');
  },
  dispose: (x) => {
    while (x.refCount > 0) x.dispose();
  },
  tensor: ({ dtype, shape, data }) => np.array(Array.from(data) as number[], { shape: [...shape], ...typed(dtype) }),
  read: (x) => ({ dtype: x.dtype as string as Dtype, shape: x.shape, data: x.ref.dataSync() }),
  // No `scalar`: a number of JavaScript is all that its functions take. No `classifyError`: its errors are bare.
  ops: { ...ops, ...pairs, ...linalg, ...special },
  composed,
  adapted,
  autograd: {
    kind: 'functional',
    vjp: (f, inputs, cotangent) => {
      const owned = inputs.map(lent);
      if (cotangent === undefined) return grad(f, { argnums: inputs.map((_, i) => i) })(...owned);
      const [y, pullback] = vjp(f, owned);
      y.dispose();
      return pullback(cotangent.ref);
    },
  },
});
export default adapter;
