import { Worker } from 'node:worker_threads';

/**
 * A thread beside the library's, which no endless loop stops. It ends this process when it holds more memory than it may
 * (V8 bounds its own heap, but neither typed arrays nor WebAssembly), and when the parent is gone; and it tells when the
 * process has grown by much since it was ready, as with a library that leaks. Its code is text, because a thread cannot
 * load TypeScript.
 */
const code = `
const { parentPort, workerData: { memory, growth, parent } } = require('node:worker_threads');
const end = (why) => {
  require('node:fs').writeSync(2, why + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
const held = () => process.memoryUsage.rss() / 2 ** 20;
let base = Infinity;
parentPort.once('message', () => { base = held(); });
setInterval(() => {
  if (held() > memory) end('used more than ' + memory + ' MB of memory');
  if (process.ppid !== parent) end('the parent process is gone');
  if (held() < base + growth) return;
  base = Infinity;
  parentPort.postMessage('grown');
}, 100);
`;

/** Watches over this process from now on. */
export class Watchdog {
  readonly #thread: Worker;

  /** How many MB this process may hold, and by how many it may grow until `onGrown` is called, once. */
  constructor(memory: number, growth: number, onGrown: () => void) {
    this.#thread = new Worker(code, { eval: true, workerData: { memory, growth, parent: process.ppid } });
    this.#thread.on('message', onGrown);
    this.#thread.unref();
  }

  /** All is loaded: what is held from now on is the library's doing. */
  ready(): void {
    this.#thread.postMessage('ready');
  }
}
