/** What a worker process runs in the tests of the runner: `worker.ts <fake> <MB of memory>`. */
import { runChild } from '../isolation/child.ts';
import { inProcess } from '../run/in-process.ts';

const [fake, memory] = process.argv.slice(2);
await runChild(async () => inProcess((await import(fake!)).default), Number(memory));
