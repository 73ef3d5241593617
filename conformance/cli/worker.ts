/** What a worker process runs: `worker.js <adapter> <MB of memory>`. Its parent is `startImplementation`. */
import { runChild } from '../isolation/child.ts';

const [adapter, memory] = process.argv.slice(2);
await runChild(async () => (await import('./implementation.ts')).startHere(adapter!), Number(memory));
