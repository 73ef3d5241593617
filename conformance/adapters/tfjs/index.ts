/** TensorFlow.js on its CPU backend. */
import type * as tf from '@tensorflow/tfjs';
import type { Adapter } from '../../adapter/contract.ts';
import { onBackend } from './on-backend.ts';

const adapter: Adapter<tf.Tensor> = onBackend('@tensorflow/tfjs', 'cpu');
export default adapter;
