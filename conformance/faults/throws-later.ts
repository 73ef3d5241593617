/** Gives the right result in `abs`, and throws once everybody has gone on. */
import { type Fake, faulty, type Op, right, withOps } from './every-op.ts';

const abs: Op = (...args) => {
  setImmediate(() => {
    throw new Error('nobody is listening');
  });
  return right('abs')(...args);
};
const adapter: Fake = faulty('throws-later', { ops: withOps({ abs }) });
export default adapter;
