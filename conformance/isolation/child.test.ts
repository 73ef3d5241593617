import { EventEmitter } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Own, runChild } from './child.ts';
import { request } from './fake-worker.ts';
import { type FrameKind, frameReader, freshSeal } from './frames.ts';
import { Watchdog } from './watchdog.ts';

let folder: string;
let answers: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tconf-'));
  answers = openSync(join(folder, 'answers'), 'w');
});
afterEach(() => {
  closeSync(answers);
  rmSync(folder, { recursive: true });
});

const seal = freshSeal();

const told = (): [FrameKind, string][] => {
  const frames: [FrameKind, string][] = [];
  const take = (kind: FrameKind, content: Buffer): void =>
    void frames.push([kind, kind === 'outcome' ? '' : content.toString()]);
  const read = frameReader(seal, { take, forged: () => expect.fail('a frame without the seal') });
  read(readFileSync(join(folder, 'answers')));
  return frames.filter(([kind]) => kind !== 'ready');
};

const stream = () => ({ write: (): boolean => true });
const ownProcess = () => {
  const exits: (number | undefined)[] = [];
  const emitter = new EventEmitter();
  const own: Own = {
    stdout: stream(),
    stderr: stream(),
    on: (event, listener) => emitter.on(event, listener as () => void),
    once: (event, listener) => emitter.once(event, listener as () => void),
    exit: (code) => exits.push(code),
  };
  return { own, emitter, exits };
};

/** Far more than any test holds: the process that the watchdog would end is this one. */
const MEMORY = 1e6;

test('a child answers, passes on what is written, and says why it dies', async () => {
  const { own, emitter, exits } = ownProcess();
  const library = async () => ({
    name: 'tiny',
    ahead: 1,
    run: async () => {
      own.stdout.write('computing' as never);
      own.stderr.write('warning' as never);
      return { status: 'unsupported', what: 'all' } as const;
    },
    close: async () => {},
  });
  const running = runChild(library, MEMORY, own, answers);
  emitter.emit('message', seal);
  await running;
  emitter.emit('message', [request('a')]);
  while (told().length < 3) await new Promise((resolve) => setImmediate(resolve));
  emitter.emit('uncaughtException', new Error('one'), 'unhandledRejection');
  emitter.emit('uncaughtException', new Error('two'), 'uncaughtException');
  emitter.emit('disconnect');
  expect(told()).toEqual([
    ['output', 'computing'],
    ['output', 'warning'],
    ['outcome', ''],
    ['died', 'unhandled rejection: one'],
    ['died', 'uncaught exception: two'],
  ]);
  expect(exits).toEqual([1, 1, undefined]);
});

test('the watchdog tells once when the process has grown', async () => {
  let told = 0;
  const watchdog = new Watchdog(MEMORY, 50, () => told++);
  const kept: Uint8Array[] = [];
  const until = performance.now() + 20_000;
  watchdog.ready();
  // What is allocated before the message arrives does not count.
  while (told === 0 && performance.now() < until) {
    if (kept.length < 40) kept.push(new Uint8Array(10 << 20).fill(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(1);
});
