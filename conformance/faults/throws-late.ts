/** Throws when `abs` has ended, while the case after it runs. */
import { type Fake, faulty, type Op, right, withOps } from './every-op.ts';

const abs: Op = (...args) => {
  setTimeout(() => {
    throw new Error('the backend went away later');
  }, 20);
  return right('abs')(...args);
};
const slow: Op = async (...args) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return right('sub')(...args);
};
const adapter: Fake = faulty('throws-late', { ops: withOps({ abs, sub: slow }) });
export default adapter;
