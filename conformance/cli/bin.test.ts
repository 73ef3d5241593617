import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { processTerminal } from './terminal.ts';

vi.setConfig({ testTimeout: 60_000 });

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url));
const argv = (...words: readonly string[]): string[] => ['--import', 'tsx', bin, ...words];

test("the process ends with the command's exit code, and reports faults on stderr", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv('list', 'no/such/case'), { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([2, '', 'tconf: no case matches "no/such/case"\n']);
});

test('a reader who has seen enough is no error', async () => {
  const child = spawn(process.execPath, argv('requests'), { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text: Buffer) => {
    err += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect([status, err]).toEqual([0, '']);
});

test('a full disk under stdout is no failure of a case', () => {
  if (!existsSync('/dev/full')) return;
  const full = openSync('/dev/full', 'w');
  const stdio = ['ignore', full, 'pipe'] as const;
  const { status, stderr } = spawnSync(process.execPath, argv('list'), { encoding: 'utf8', stdio: [...stdio] });
  closeSync(full);
  expect([status, stderr]).toEqual([4, expect.stringMatching(/^tconf: cannot write to stdout: .*ENOSPC.*\n$/)]);
});

test('the terminal of a process writes to its streams', () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  processTerminal.out('to stdout');
  processTerminal.err('to stderr');
  const written = [out.mock.calls, err.mock.calls];
  vi.restoreAllMocks();
  expect(written).toEqual([[['to stdout']], [['to stderr']]]);
});
