import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { killOnExit, killTree, ownGroup } from './process-group.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A process that has ended stays in the table of processes as a zombie until somebody asks for its exit code. */
const alive = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
};
const untilDead = async (pid: number): Promise<void> => {
  while (alive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
};
const listeners = (): number => process.listenerCount('SIGTERM') + process.listenerCount('exit');

/** A shell that starts another process and tells its id. */
const family = () =>
  spawn('sleep 300 & echo $!; wait', { shell: true, stdio: ['ignore', 'pipe', 'ignore'], ...ownGroup });

test('a child is killed with what it has started, and nobody listens for its end any more', async () => {
  const before = listeners();
  const child = family();
  killOnExit(child);
  expect(listeners()).toBeGreaterThan(before);
  const grandchild = Number(await once(child.stdout!, 'data'));
  killTree(child);
  await once(child, 'exit');
  await untilDead(grandchild);
  expect(listeners()).toBe(before);
  killTree(child);
});

test('what a child has started does not outlive it', async () => {
  const child = family();
  killOnExit(child);
  const grandchild = Number(await once(child.stdout!, 'data'));
  process.kill(child.pid!, 'SIGTERM');
  await untilDead(grandchild);
});

test('a signal that somebody else handles too ends the children only', async () => {
  const others = new Set(process.listeners('SIGTERM'));
  let handled = 0;
  const handler = () => void handled++;
  const child = spawn('sleep', ['300'], { ...ownGroup });
  killOnExit(child);
  const [listener] = process.listeners('SIGTERM').filter((one) => !others.has(one));
  process.on('SIGTERM', handler);
  const ended = once(child, 'exit');
  listener!('SIGTERM');
  expect(await ended).toEqual([null, 'SIGKILL']);
  process.off('SIGTERM', handler);
  expect(handled).toBe(0);
});

test('a child that could not be started is none', () => {
  const before = listeners();
  const child = spawn('/no/such/program', { ...ownGroup });
  child.on('error', () => {});
  killOnExit(child);
  killTree(child);
  expect(listeners()).toBe(before);
});

describe('a process takes its children with it', () => {
  const parent = (ending: string): string => `
    import { spawn } from 'node:child_process';
    import { killOnExit, ownGroup } from ${JSON.stringify(fileURLToPath(new URL('process-group.ts', import.meta.url)))};
    const child = spawn('sleep', ['300'], ownGroup);
    killOnExit(child);
    console.log(child.pid);
    ${ending}`;

  test.each<[string, string, unknown[]]>([
    ['when it ends', 'setTimeout(() => process.exit(7), 50);', [7, null]],
    ['when it throws', "setTimeout(() => { throw new Error('oh'); }, 50);", [1, null]],
    ['when it is told to', "setTimeout(() => process.kill(process.pid, 'SIGTERM'), 50);", [null, 'SIGTERM']],
    ['when it is interrupted', "setTimeout(() => process.kill(process.pid, 'SIGINT'), 50);", [null, 'SIGINT']],
  ])('%s', async (_, ending, exit) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', parent(ending)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const pid = Number(await once(child.stdout!, 'data'));
    expect(await ended).toEqual(exit);
    await untilDead(pid);
  });
});
