/** TensorFlow.js on its WebAssembly backend: the ops of `tfjs`, other kernels. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Adapter } from '../../adapter/contract.ts';
import { onBackend } from '../tfjs/on-backend.ts';

setWasmPaths(join(dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm'))), '/'));

const wasm = onBackend('@tensorflow/tfjs-backend-wasm', 'wasm');
const factory = tf.findBackendFactory('wasm');

let spoilt = false;
/** An op whose kernel writes past the end of its result for some arguments: its memory is no ground for further cases. */
const spoiling =
  <A extends readonly unknown[], R>(op: (...args: A) => R) =>
  (...args: A): R => {
    spoilt = true;
    return op(...args);
  };

let instances = 0;
/** A backend beside the spoilt one, which cannot even be disposed of. */
async function renew(): Promise<void> {
  instances++;
  tf.registerBackend(`wasm-${instances}`, factory);
  tf.copyRegisteredKernels('wasm', `wasm-${instances}`);
  await tf.setBackend(`wasm-${instances}`);
  spoilt = false;
}

const spoilers = [
  'permute',
  'movedim',
  'flip',
  'rot90',
  'tile',
  'repeat',
  'reciprocal',
  'cumsum',
  'cumprod',
  'setitem',
  'where',
  'tril',
  'triu',
];

const adapter: Adapter<tf.Tensor> = {
  ...wasm,
  ops: {
    ...wasm.ops,
    ...Object.fromEntries(
      Object.entries(wasm.ops)
        .filter(([name]) => spoilers.includes(name))
        .map(([name, op]) => [name, spoiling(op as (...args: readonly unknown[]) => unknown)]),
    ),
  },
  scope: async (run) => {
    const ends: Awaited<ReturnType<typeof run>>[] = [];
    try {
      await wasm.scope!(async () => void ends.push(await run()));
    } catch (error) {
      // Freeing what is spoilt may fail, when the case is over.
      if (!spoilt || ends.length === 0) throw error;
    } finally {
      if (spoilt) await renew();
    }
    return ends[0]!;
  },
};
export default adapter;
