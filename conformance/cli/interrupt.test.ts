import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readResults } from '../results/index.ts';
import { folderOf, negFile, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url));

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  const adapter = (atBool: string): string => `
    import { writeFileSync } from 'node:fs';
    export default {
      name: 'tiny', dtypes: { float32: true, bool: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
      ops: { neg: (x) => {
        if (x.dtype === 'bool') { ${atBool} }
        return { ...x, data: Array.from(x.data, (v) => -v) };
      } },
    };`;
  folder = folderOf({
    'fixtures/ops/neg.json': negFile(),
    'wrong.json': negFile(5),
    'hangs.mjs': adapter("writeFileSync(new URL('hanging', import.meta.url), ''); for (;;);"),
    'right.mjs': adapter("throw new Error('no');"),
  });
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const words = (adapter: string, fixtures: string, ...more: readonly string[]): string[] => [
  ...['run', '--fixtures', at(fixtures), '--adapter', at(adapter), '--reporter', 'pretty,json,junit,tap,md,html,badge'],
  ...['--out', at(`out-${adapter}`), ...more],
];

test('a run that is interrupted tells what it has found, exits 4, and leaves nothing behind', async () => {
  const argv = ['--import', 'tsx', bin, ...words('hangs.mjs', 'fixtures', '--timeout', '50000')];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    out += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text;
  });
  while (!existsSync(at('hanging'))) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect([code, err]).toEqual([4, 'tconf: the run was ended by SIGINT\n']);
  expect(out).toContain('1 case: 1 passed');
  expect(out).toContain('INCOMPLETE  of 2 cases, the others have no verdict: ended by SIGINT');
  const results = readResults(at('out-hangs.mjs/results.json'));
  expect(results).toMatchObject({ incomplete: { cases: 2, why: 'ended by SIGINT' }, totals: { pass: 1 } });
  expect(readFileSync(at('out-hangs.mjs/results.tap'), 'utf8')).toMatch(/\nBail out! of 2 cases/);
});

test('a process that heeds nothing does not outlive a command that was killed', async () => {
  const script = `require('node:fs').writeFileSync(${JSON.stringify(at('pid'))}, String(process.pid)); setInterval(() => {}, 1000);`;
  writeFileSync(at('deaf.cjs'), script);
  const argv = ['--import', 'tsx', bin, 'run', '--fixtures', at('fixtures'), '--command', `node ${at('deaf.cjs')}`];
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  while (!existsSync(at('pid')) || readFileSync(at('pid'), 'utf8') === '') await new Promise((r) => setTimeout(r, 50));
  const pid = readFileSync(at('pid'), 'utf8');
  child.kill('SIGKILL');
  await once(child, 'close');
  const state = (): string => spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim();
  while (state() !== '' && !state().startsWith('Z')) await new Promise((r) => setTimeout(r, 50));
  expect(state()).toMatch(/^(Z.*)?$/);
});

describe('--fail-fast', () => {
  test('ends the run at the first case that fails, with what has ended', async () => {
    const { exit, out, err } = await tconf(...words('right.mjs', 'wrong.json', '--fail-fast', '--inspect'));
    expect([exit, err]).toEqual([1, '']);
    expect(out).toContain('1 case: 1 failed');
    expect(out).toContain('INCOMPLETE  of 2 cases, the others have no verdict: --fail-fast');
  });

  test('ends nothing where nothing fails', async () => {
    const { exit, out } = await tconf(...words('right.mjs', 'fixtures', '--fail-fast', '--inspect'));
    expect([exit, out.includes('INCOMPLETE')]).toEqual([0, false]);
    expect(out).toContain('2 cases: 2 passed');
  });
});
