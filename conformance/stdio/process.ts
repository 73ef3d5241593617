import { type ChildProcess, spawn } from 'node:child_process';
import { PATIENCE, TIMEOUT } from '../isolation/limits.ts';
import { lineReader } from '../isolation/lines.ts';
import { startPool } from '../isolation/pool.ts';
import { ownGroup } from '../isolation/process-group.ts';
import { type Heard, supervise, type Talk } from '../isolation/supervise.ts';
import type { StartWorker } from '../isolation/worker.ts';
import type { Implementation } from '../run/implementation.ts';
import { isMisreply, type Misreply, outcomeOf, type Reply, readReply } from './reply.ts';
import { requestLine } from './request-line.ts';
import { untaken } from './takes.ts';

export interface ProcessOptions {
  /** How many processes are run, at most. Default 1: that of PyTorch takes longer to start than to run the suite. */
  readonly jobs?: number;
  /** Milliseconds that a case may take. */
  readonly timeout?: number;
  /** Milliseconds that the answer to `start` may take. */
  readonly patience?: number;
  /** Cases that a process is sent ahead of its answers, which come in the order of the cases. Default 1. */
  readonly ahead?: number;
}

/** The lines that are written to a process and those that it answers, in the same order. */
const talkWith = (child: ChildProcess): Talk => {
  let asked = 0;
  let answered = 0;
  const write = (line: string): void => void child.stdin!.write(`${line}\n`);

  const introduced = (reply: Reply, heard: Heard): void => {
    const { name, version, features = [], ops } = reply;
    if (name === undefined) {
      heard.broke('answered start without a name');
      return;
    }
    const versions = version === undefined ? {} : { version };
    const takes = ops === undefined ? {} : { takes: ops };
    heard.ready({ name, ...versions, ...takes, ...(features.includes('errors.exact') ? { errors: 'exact' } : {}) });
  };
  const take = (read: Reply | Misreply, heard: Heard): void => {
    const { id } = read;
    // A second answer to the same request is not looked at, whenever it comes.
    if (typeof id === 'number' && id >= 1 && id <= answered) return;
    if (id === answered + 1 && id <= asked && (answered > 0 || !isMisreply(read))) {
      answered = id;
      if (id === 1) introduced(read as Reply, heard);
      else heard.outcome(outcomeOf(read));
    } else
      heard.broke(isMisreply(read) ? `wrote ${read.fault}` : `answered ${JSON.stringify(id)}, which was not asked`);
  };
  return {
    listen: (heard) => {
      // A process that is gone does not read: its end is told.
      child.stdin!.on('error', () => {});
      const lines = lineReader({
        // In a moment, when what the process wrote to stderr before has been read too.
        take: (line) => void setImmediate(() => take(readReply(line), heard)),
        endless: () => void setImmediate(() => heard.broke('wrote a line that does not end')),
      });
      child.stdout!.on('data', lines);
      write(JSON.stringify({ id: ++asked, start: { protocol: 1 } }));
    },
    send: (requests) => {
      for (const request of requests) write(requestLine(++asked, request));
    },
    goodbye: () => child.stdin!.end(`${JSON.stringify({ id: ++asked, stop: true })}\n`),
  };
};

/**
 * The command with a guard beside it, which ends them both when this process is gone, however it went: a process that does
 * not heed the end of its input would outlive it. The guard waits for the end of a pipe that nobody writes to.
 */
const guarded = (command: string): string =>
  process.platform === 'win32'
    ? command
    : `{ read -r _ <&3; kill -s KILL 0; } </dev/null >/dev/null 2>&1 &\nexec 3<&-\n${command}`;

const processWorker =
  (command: string, patience: number): StartWorker =>
  (events, signal) => {
    const child = spawn(guarded(command), {
      shell: true,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      ...ownGroup,
    });
    return supervise(child, talkWith(child), patience, events, signal);
  };

/**
 * Starts a command that speaks the line protocol (`spec/schema/protocol.schema.json`) and asks who it is. A process that
 * dies of a case, breaks the protocol, or does not answer in time, is started anew for the others. Rejects with
 * `ImplementationFailed` if it does not start; so does every case after many breaches in a row.
 */
export const startProcess = async (command: string, options: ProcessOptions = {}): Promise<Implementation> => {
  // One case at a time, unless there are very many: a round trip is 0.1 ms.
  const { jobs = 1, timeout = TIMEOUT, patience = PATIENCE, ahead = 1 } = options;
  const bounds = { jobs, timeout, batch: ahead, recycle: Number.POSITIVE_INFINITY };
  const pool = await startPool(processWorker(command, patience), bounds);
  const { takes } = pool;
  if (takes === undefined) return pool;
  return {
    ...pool,
    run: async (request) => untaken(takes, request) ?? pool.run(request),
  };
};
