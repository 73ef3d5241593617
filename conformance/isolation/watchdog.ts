import { Worker } from 'node:worker_threads';

/**
 * A thread beside the library's, which no endless loop stops. It ends this process when it holds more memory than it may
 * (V8 bounds its own heap, but neither typed arrays nor WebAssembly), and when the parent is gone; and it tells when the
 * process has grown by a quarter of that since it was ready, as with a library that leaks. Its code is text, because a
 * thread cannot load TypeScript.
 */
const code = `
const { parentPort, workerData: { bytes, parent } } = require('node:worker_threads');
const end = (why) => {
  require('node:fs').writeSync(2, why + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
const held = () => process.memoryUsage.rss();
let base = Infinity;
parentPort.once('message', () => { base = held(); });
setInterval(() => {
  if (held() > bytes) end('used more than ' + Math.round(bytes / 2 ** 20) + ' MB of memory');
  if (process.ppid !== parent) end('the parent process is gone');
  if (held() < base + bytes / 4) return;
  base = Infinity;
  parentPort.postMessage('grown');
}, 100);
`;

/** Watches over this process from now on. */
export class Watchdog {
  readonly #thread: Worker;

  /** `bytes`: how much memory this process may hold. `onGrown` is called once. */
  constructor(bytes: number, onGrown: () => void) {
    this.#thread = new Worker(code, { eval: true, workerData: { bytes, parent: process.ppid } });
    this.#thread.on('message', onGrown);
    this.#thread.unref();
  }

  /** All is loaded: what is held from now on is the library's doing. */
  ready(): void {
    this.#thread.postMessage('ready');
  }
}
