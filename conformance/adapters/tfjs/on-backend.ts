/** TensorFlow.js, whose ops are the same on each of its backends and whose kernels are not. */
import * as tf from '@tensorflow/tfjs';
import { type Adapter, defineAdapter, unsupported } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';
import { adapted, composed, ops } from './ops.ts';
import { optimizers } from './optimizers.ts';
import { scalar } from './scalar.ts';

/** The adapter of one backend; `name` is also what the report calls the library. */
export const onBackend = (name: string, backend: 'cpu' | 'wasm'): Adapter<tf.Tensor> =>
  defineAdapter<tf.Tensor>({
    name,
    version: tf.version.tfjs,
    url: 'https://www.tensorflow.org/js',
    dtypes: { float32: true, int32: true, bool: true, int64: 'int32' },
    mutation: 'none',
    init: async () => {
      if (!(await tf.setBackend(backend))) unsupported(`the backend ${backend}, which did not start`);
      await tf.ready();
      // The first tensor on Node makes it advertise another package, but not under test.
      tf.env().set('IS_TEST', true);
      tf.scalar(0).dispose();
      tf.env().set('IS_TEST', false);
    },
    scope: async (run) => {
      tf.engine().startScope();
      try {
        return await run();
      } finally {
        tf.engine().endScope();
        tf.disposeVariables();
      }
    },
    tensor: ({ dtype, shape, data }) => tf.tensor(Array.from(data, Number), [...shape], dtype as 'float32'),
    read: (x) => ({ dtype: x.dtype as Dtype, shape: x.shape, data: x.dataSync() }),
    scalar,
    // Its errors are bare Errors without a code: no `classifyError`.
    ops,
    composed,
    adapted,
    optim: optimizers,
    autograd: {
      kind: 'functional',
      vjp: (f, inputs, cotangent) => tf.grads((...xs: tf.Tensor[]) => f(...xs))([...inputs], cotangent),
    },
  });
