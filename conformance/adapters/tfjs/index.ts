/** TensorFlow.js on its CPU backend. */
import * as tf from '@tensorflow/tfjs';
import { type Adapter, defineAdapter, unsupported } from '../../adapter/contract.ts';
import type { Dtype } from '../../case.ts';
import { composed, ops } from './ops.ts';
import { optimizers } from './optimizers.ts';

const types = { float: 'float32', int: 'int32', bool: 'bool' } as const;
const int32 = 2 ** 31;

const adapter: Adapter<tf.Tensor> = defineAdapter<tf.Tensor>({
  name: '@tensorflow/tfjs',
  version: tf.version.tfjs,
  url: 'https://www.tensorflow.org/js',
  dtypes: { float32: true, int32: true, bool: true, int64: 'int32' },
  mutation: 'none',
  init: async () => {
    await tf.setBackend('cpu');
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
  scalar: (value, type) =>
    type === 'int' && (Number(value) >= int32 || Number(value) < -int32)
      ? unsupported('an int beyond int32')
      : tf.scalar(type === 'bool' ? Boolean(value) : Number(value), types[type]),
  // Its errors are bare Errors without a code: no `classifyError`.
  ops,
  composed,
  optim: optimizers,
  autograd: {
    kind: 'functional',
    vjp: (f, inputs, cotangent) => tf.grads((...xs: tf.Tensor[]) => f(...xs))([...inputs], cotangent),
  },
});
export default adapter;
