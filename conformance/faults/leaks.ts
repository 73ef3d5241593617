/** Keeps 100 MB of every `abs`, and gives the id of its process for `numel`. */
import { type Fake, faulty, type Op, right, withOps } from './every-op.ts';

const kept: Float64Array[] = [];
const abs: Op = (...args) => {
  kept.push(new Float64Array(100 << 17).fill(1.5));
  return right('abs')(...args);
};
const adapter: Fake = faulty('leaks', { ops: withOps({ abs, numel: () => process.pid }) });
export default adapter;
