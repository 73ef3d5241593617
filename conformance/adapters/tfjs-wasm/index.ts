/** TensorFlow.js on its WebAssembly backend: the ops of `tfjs`, other kernels. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Adapter } from '../../adapter/contract.ts';
import { onBackend } from '../tfjs/on-backend.ts';

setWasmPaths(join(dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm'))), '/'));

const adapter: Adapter<tf.Tensor> = onBackend('@tensorflow/tfjs-backend-wasm', 'wasm');
export default adapter;
