/** Remembers the first result of every op, and gives it for ever. */
import { everyOp, type Fake, faulty } from './every-op.ts';

const adapter: Fake = faulty('stale-results', {
  ops: everyOp((op) => {
    let result: unknown;
    return (...args) => {
      result ??= op(...args);
      return result;
    };
  }),
});
export default adapter;
