/** Never comes back from `abs`. */
import { type Fake, faulty, withOps } from './every-op.ts';

const abs = (): never => {
  for (;;);
};
const adapter: Fake = faulty('hangs', { ops: withOps({ abs }) });
export default adapter;
