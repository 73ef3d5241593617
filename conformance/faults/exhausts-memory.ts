/** Fills the memory in `abs` with typed arrays, which are outside V8's heap and its bounds. */
import { type Fake, faulty, withOps } from './every-op.ts';

const abs = (): never => {
  const arrays: Float64Array[] = [];
  for (;;) arrays.push(new Float64Array(1 << 20).fill(1.5));
};
const adapter: Fake = faulty('exhausts-memory', { ops: withOps({ abs }) });
export default adapter;
