/** Is wrong in every second `abs`. */
import { type Fake, faulty, type Op, right, withOps } from './every-op.ts';

let calls = 0;
const abs: Op = (...args) => right(++calls % 2 === 0 ? 'neg' : 'abs')(...args);
const adapter: Fake = faulty('flaky', { ops: withOps({ abs }) });
export default adapter;
