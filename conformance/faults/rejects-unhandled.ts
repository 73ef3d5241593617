/** Gives the right result in `abs`, and leaves a rejected promise behind that nobody handles. */
import { type Fake, faulty, type Op, right, withOps } from './every-op.ts';

const abs: Op = (...args) => {
  void Promise.reject(new Error('the backend went away'));
  return right('abs')(...args);
};
const adapter: Fake = faulty('rejects-unhandled', { ops: withOps({ abs }) });
export default adapter;
