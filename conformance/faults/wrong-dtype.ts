/** Computes in float64, and says so. */
import { Tensor } from '../../reference/index.ts';
import { everyOp, type Fake, faulty } from './every-op.ts';

const widened = (result: unknown): unknown => (result instanceof Tensor ? result.to({ dtype: 'float64' }) : result);
const adapter: Fake = faulty('wrong-dtype', {
  ops: everyOp(
    (op) =>
      (...args) =>
        widened(op(...args)),
  ),
});
export default adapter;
