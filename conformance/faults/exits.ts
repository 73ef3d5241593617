/** Ends its process in `abs`, as if all were well. */
import { type Fake, faulty, withOps } from './every-op.ts';

const adapter: Fake = faulty('exits', { ops: withOps({ abs: () => process.exit(0) }) });
export default adapter;
