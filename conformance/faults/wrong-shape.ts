/** Right elements under one axis too many. */
import { Tensor } from '../../reference/index.ts';
import { everyOp, type Fake, faulty } from './every-op.ts';

const wrapped = (result: unknown): unknown => (result instanceof Tensor ? result.unsqueeze(0) : result);
const adapter: Fake = faulty('wrong-shape', {
  ops: everyOp(
    (op) =>
      (...args) =>
        wrapped(op(...args)),
  ),
});
export default adapter;
