import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Outcome } from '../observation.ts';
import { type Implementation, ImplementationFailed } from '../run/implementation.ts';
import { outcomeOf, type Reply, readReply } from './reply.ts';

/** How many requests are written before the first is answered: enough that the process never waits for a round trip. */
const AHEAD = 16;

/** How long a process may take to end after `stop`, in milliseconds. */
const PATIENCE = 2000;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: ImplementationFailed) => void;
}

/** The last line that a process wrote to stderr, where it usually says why it ended. */
const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** The messages that are written to a process and the replies that come back, matched by id. */
class Exchange {
  private readonly child;
  private readonly waiting = new Map<string | number, Waiting>();
  private complaints = '';
  private ended: ImplementationFailed | undefined;
  private count = 0;

  constructor(command: string) {
    // A group of its own, so that what the shell started can be killed with it.
    this.child = spawn(command, { shell: true, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.complaints = (this.complaints + text).slice(-4000);
    });
    this.child.stdin.on('error', () => {});
    createInterface({ input: this.child.stdout }).on('line', (line) => void this.take(line));
    this.child.on('error', (error) => this.end(`cannot start: ${error.message}`, error));
    this.child.on('close', (code, signal) => {
      const why = lastLine(this.complaints);
      this.end(`the process ended (${signal ?? `exit ${code}`})${why === '' ? '' : `: ${why}`}`);
    });
  }

  private take(line: string): void {
    const reply = readReply(line);
    const one = typeof reply === 'string' ? undefined : this.waiting.get(reply.id);
    if (typeof reply === 'string') this.end(`wrote ${reply}`);
    else if (one === undefined) this.end(`answered ${JSON.stringify(reply.id)}, which was not asked`);
    else {
      this.waiting.delete(reply.id);
      one.resolve(reply);
    }
  }

  private end(message: string, cause?: unknown): void {
    this.ended ??= new ImplementationFailed(message, cause);
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }

  ask(message: object): Promise<Reply> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.stdin.write(`${JSON.stringify({ id, ...message })}\n`);
    });
  }

  /** Says `stop` and waits for the end; one that stays is killed. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) return;
    const closed = new Promise<void>((resolve) => this.child.once('close', () => resolve()));
    this.child.stdin.end(`${JSON.stringify({ id: ++this.count, stop: true })}\n`);
    const timer = setTimeout(() => void process.kill(-this.child.pid!, 'SIGKILL'), PATIENCE);
    await closed;
    clearTimeout(timer);
  }
}

/**
 * Starts a command that speaks the line protocol (`spec/schema/protocol.schema.json`) and asks who it is. Rejects with
 * `ImplementationFailed` if it does not start, ends early or breaks the protocol; so does every case after that.
 */
export const startProcess = async (command: string): Promise<Implementation> => {
  const exchange = new Exchange(command);
  try {
    const { name, version, features = [] } = await exchange.ask({ start: { protocol: 1 } });
    if (name === undefined) throw new ImplementationFailed('answered start without a name');
    return {
      name,
      ...(version === undefined ? {} : { version }),
      ...(features.includes('errors.exact') ? { errors: 'exact' as const } : {}),
      ahead: AHEAD,
      run: async (request): Promise<Outcome> => outcomeOf(await exchange.ask({ run: request })),
      close: () => exchange.stop(),
    };
  } catch (error) {
    await exchange.stop();
    throw error;
  }
};
