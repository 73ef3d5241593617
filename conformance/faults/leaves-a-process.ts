/** Starts a process in `abs` that goes on and holds the worker's pipes, tells its id, and ends. */
import { spawn } from 'node:child_process';
import { type Fake, faulty, withOps } from './every-op.ts';

const adapter: Fake = faulty('leaves-a-process', {
  ops: withOps({
    abs: () => {
      const { pid } = spawn('sleep', ['300'], { detached: true, stdio: 'inherit' });
      console.log(`left ${pid}`);
      process.exit(0);
    },
  }),
});
export default adapter;
