/** Workers for tests of the pool, which live in this process and do as the ids of their cases say. */

import { ImplementationFailed } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { StartWorker } from './worker.ts';

export const request = (id: string): Request => ({ id, inputs: {}, ops: [], observe: [] });

/** What all the workers of a test have done. */
export interface Diary {
  started: number;
  stopped: number;
  killed: number;
  /** For every case that was run, the number of its worker. */
  readonly ran: [string, number][];
}

export const newDiary = (): Diary => ({ started: 0, stopped: 0, killed: 0, ran: [] });

/**
 * A case called `crash…` ends its worker, `hang…` is never answered, `breach…` breaks the protocol, `slow…` takes 20 ms,
 * `grow…` makes it grow; any other is answered at once. The starts that `fails` names, counted from 1, fail.
 */
export const fakeWorkers =
  (diary: Diary, fails: (start: number) => boolean = () => false): StartWorker =>
  async (events) => {
    const number = ++diary.started;
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (fails(number)) throw new ImplementationFailed(`start ${number} failed`);
    let over = false;
    const waiting: Request[] = [];
    const answer = (id: string): void => {
      if (id.startsWith('grow')) events.grown();
      diary.ran.push([id, number]);
      events.outcome({ status: 'unsupported', what: id });
    };
    const run = async (): Promise<void> => {
      for (let next = waiting[0]; next !== undefined && !over; next = waiting[0]) {
        const { id } = next;
        if (id.startsWith('hang')) return;
        await new Promise((resolve) => setTimeout(resolve, id.startsWith('slow') ? 20 : 0));
        if (over) return;
        waiting.shift();
        if (id.startsWith('crash') || id.startsWith('breach')) over = true;
        if (id.startsWith('crash')) events.died(`died of ${id}`);
        else if (id.startsWith('breach')) events.broke(`breach at ${id}`);
        else answer(id);
      }
    };
    return {
      identity: { name: 'fake' },
      send: (requests) => {
        waiting.push(...requests);
        if (waiting.length === requests.length) void run();
      },
      output: () => undefined,
      stop: async () => {
        over = true;
        diary.stopped++;
      },
      kill: () => {
        over = true;
        diary.killed++;
      },
    };
  };
