/** Promises a result of `abs` that never comes. */
import { type Fake, faulty, withOps } from './every-op.ts';

const adapter: Fake = faulty('never-settles', { ops: withOps({ abs: () => new Promise(() => {}) }) });
export default adapter;
