/** Writes in `abs` to the pipe on which its worker is asked. */
import { writeSync } from 'node:fs';
import { REQUESTS } from '../isolation/pipes.ts';
import { type Fake, faulty, right, withOps } from './every-op.ts';

const adapter: Fake = faulty('scribbles', {
  ops: withOps({
    abs: (...args) => {
      writeSync(REQUESTS, 'null\n{"cmd":"NODE_HANDLE"}\n');
      return right('abs')(...args);
    },
  }),
});
export default adapter;
