/** Frees an operand once it was used, as libraries on GPUs do to save memory. */
import { Tensor } from '../../reference/index.ts';
import reference from '../adapters/reference/index.ts';
import { everyOp, type Fake, faulty } from './every-op.ts';

const freed = new WeakSet<object>();
const alive = (x: Tensor): Tensor => {
  if (freed.has(x)) throw new Error('the tensor was disposed');
  return x;
};

const adapter: Fake = faulty('consumes-inputs', {
  read: (x) => reference.read(alive(x)),
  ops: everyOp((op) => (...args) => {
    const tensors = args.filter((arg) => arg instanceof Tensor).map(alive);
    const result = op(...args);
    for (const x of tensors) freed.add(x);
    return result;
  }),
});
export default adapter;
