/** Refuses everything, so that it passes for careful where errors are due. */
import { everyOp, type Fake, faulty, type Op, readAll } from './every-op.ts';

const refuse: Op = (...args) => {
  readAll(args.at(-1));
  throw new RangeError('invalid argument');
};
const adapter: Fake = faulty('always-throws', { ops: everyOp(() => refuse), errors: undefined as never });
export default adapter;
