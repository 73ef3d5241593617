import { contiguous, type Tensor } from 'deepbox/ndarray';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { arithmetic } from './arithmetic.ts';
import { isRecorded, type T, valuesOf } from './tensor.ts';

/** What writes to memory is for values alone, as `torch.nn.init` is. */
export const writable = (x: T): Tensor => (isRecorded(x) ? unsupported('writing to what is recorded') : valuesOf(x));

/** The library has no arithmetic in place: a result is copied into `data`. */
function overwrite(target: T, result: T): void {
  const [to, from] = [writable(target), contiguous(writable(result))];
  if (from.dtype !== to.dtype || from.shape.join() !== to.shape.join())
    unsupported('a result of another dtype or shape');
  if (contiguous(to) !== to) unsupported('writing to what is not contiguous');
  (to.data as Float32Array).set((from.data as Float32Array).subarray(0, from.size));
}

export const writing: Ops<T> = {
  add_: (x, y, options) => overwrite(x, arithmetic.add(writable(x), y, options) as T),
  sub_: (x, y, options) => overwrite(x, arithmetic.sub(writable(x), y, options) as T),
  mul_: (x, y) => overwrite(x, arithmetic.mul(writable(x), y) as T),
  div_: (x, y, options) => overwrite(x, arithmetic.div(writable(x), y, options) as T),
  pow_: (x, y) => overwrite(x, arithmetic.pow(writable(x), y) as T),
  copy_: (x, y) => overwrite(x, y),
};
