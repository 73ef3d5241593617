/** Is right in the first op that it computes, and never again. */
import { everyOp, type Fake, faulty } from './every-op.ts';

let calls = 0;
const adapter: Fake = faulty('right-once', {
  ops: everyOp((op) => (...args) => {
    if (calls++ > 0) throw new Error('the kernel is gone');
    return op(...args);
  }),
});
export default adapter;
