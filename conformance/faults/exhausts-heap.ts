/** Fills the heap in `abs`, in the way in which V8 cannot unwind: it aborts the process. */
import { type Fake, faulty, withOps } from './every-op.ts';

const abs = (): never => {
  const numbers: number[] = [];
  for (;;) numbers.push(1.5);
};
const adapter: Fake = faulty('exhausts-heap', { ops: withOps({ abs }) });
export default adapter;
