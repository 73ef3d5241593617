import { writeSync } from 'node:fs';
import type { Request } from '../case.ts';
import { messageOf } from '../evaluate/failure.ts';
import type { Implementation } from '../run/implementation.ts';
import { capture } from './capture.ts';
import { frame } from './frames.ts';
import { ANSWERS } from './pipes.ts';
import { serve } from './serve.ts';
import { Watchdog } from './watchdog.ts';

/** Writes all of it now, also when the pipe is full for a moment. */
const writeAll = (bytes: Buffer): void => {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(ANSWERS, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};

/** What a child process does from its start to its end. `load` gives the library; `memory`: how many MB it may hold. */
export const runChild = async (load: () => Promise<Implementation>, memory: number): Promise<void> => {
  const watchdog = new Watchdog(memory * 2 ** 20, () => writeAll(frame('grown', '')));
  for (const stream of [process.stdout, process.stderr]) capture(stream, (text) => writeAll(frame('output', text)));
  process.on('uncaughtException', (error, origin) => {
    const what = origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception';
    writeAll(frame('died', `${what}: ${messageOf(error)}`));
    process.exit(1);
  });
  process.on('disconnect', () => process.exit());
  const loaded = async (): Promise<Implementation> => {
    const library = await load();
    watchdog.ready();
    return library;
  };
  await serve(loaded, {
    write: writeAll,
    onRequests: (take) => void process.on('message', (requests) => take(requests as readonly Request[])),
  });
};
