/** tfjs from the packages of the adapters, on its CPU backend. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { NotMeasured } from './not-measured.ts';

// The package is a dependency of conformance/adapters alone, so its types are named here as far as they are used.
interface Tensor {
  dataSync(): Float32Array;
}
export interface Tfjs {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tidy<R>(run: () => R): R;
  tensor(data: Float32Array, shape: number[]): Tensor;
  variable(t: Tensor): Tensor;
  transpose(x: Tensor, perm: number[]): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  sub(a: Tensor, b: Tensor): Tensor;
  square(a: Tensor): Tensor;
  mean(a: Tensor): Tensor;
  matMul(a: Tensor, b: Tensor): Tensor;
  sum(x: Tensor, axis: number): Tensor;
  softmax(x: Tensor): Tensor;
  conv2d(x: never, w: never, stride: number, pad: string): Tensor;
  train: { sgd(lr: number): { minimize(loss: () => Tensor): unknown } };
}

const packages = createRequire(new URL('../conformance/adapters/package.json', import.meta.url));

/** Raises with the command that installs it when it is not there. */
export async function tfjs(): Promise<Tfjs> {
  let entry: string;
  try {
    entry = packages.resolve('@tensorflow/tfjs');
  } catch {
    throw new NotMeasured('tfjs is not installed: npm ci --prefix conformance/adapters');
  }
  const warn = console.warn;
  console.warn = () => {}; // it advertises its native backend there
  try {
    const loaded = (await import(pathToFileURL(entry).href)) as { default?: Tfjs } & Tfjs;
    const tf = loaded.default ?? loaded;
    await tf.setBackend('cpu');
    await tf.ready();
    return tf;
  } finally {
    console.warn = warn;
  }
}
