/** Starts a process in `abs` that goes on for a while and holds the worker's pipes, and ends. */
import { spawn } from 'node:child_process';
import { type Fake, faulty, withOps } from './every-op.ts';

const adapter: Fake = faulty('leaves-a-process', {
  ops: withOps({
    abs: () => {
      spawn('sleep', ['20'], { detached: true, stdio: 'inherit' }).unref();
      process.exit(0);
    },
  }),
});
export default adapter;
