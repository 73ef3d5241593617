import { Worker } from 'node:worker_threads';

/**
 * A thread beside the library's, which no endless loop stops. It ends this process when it holds more memory than it may
 * (V8 bounds its own heap, but neither typed arrays nor WebAssembly), and when the parent is gone. Its code is text,
 * because a thread cannot load TypeScript.
 */
const code = `
const { workerData: { bytes, parent } } = require('node:worker_threads');
const end = (why) => {
  require('node:fs').writeSync(2, why + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.memoryUsage.rss() > bytes) end('used more than ' + Math.round(bytes / 2 ** 20) + ' MB of memory');
  if (process.ppid !== parent) end('the parent process is gone');
}, 100);
`;

/** Watches over this process from now on. `bytes`: how much memory it may hold. */
export const watch = (bytes: number): void => {
  new Worker(code, { eval: true, workerData: { bytes, parent: process.ppid }, stdin: false }).unref();
};
