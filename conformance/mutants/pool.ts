/** Work on all cores: each process takes the next item as it comes to the end of one. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** A process that ended before its work was done. */
export class WorkerEnded extends TypeError {}

/** What `work` in that file makes of each item, in their order. `shared` is sent to each process before its first item. */
export async function onAllCores<R>(file: string, items: readonly string[], shared: unknown): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const feed = (child: ChildProcess): boolean => {
    if (next === items.length) {
      child.disconnect();
      return false;
    }
    child.send({ place: next, item: items[next] });
    next++;
    return true;
  };
  const worker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(file, ['--worker']);
      let working = false;
      child.send({ shared });
      working = feed(child);
      child.on('message', ({ place, result }: { place: number; result: R }) => {
        results[place] = result;
        working = feed(child);
      });
      child.once('error', reject);
      child.once('exit', (code) =>
        working
          ? reject(new WorkerEnded(`a process ended with exit code ${code} in the midst of its work`))
          : resolve(),
      );
    });
  await Promise.all(Array.from({ length: Math.min(items.length, availableParallelism()) }, worker));
  return results;
}

/** The other side of `onAllCores`, in the process of a worker. */
export function workOff<S, R>(work: (item: string, shared: S) => Promise<R>): void {
  let shared: S;
  let queue = Promise.resolve();
  process.on('message', (message: { shared?: S; place?: number; item?: string }) => {
    if ('shared' in message) shared = message.shared!;
    else
      queue = queue.then(async () => {
        process.send!({ place: message.place, result: await work(message.item!, shared) });
      });
  });
}
