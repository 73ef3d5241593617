import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Every third `neg` is wrong. */
const flakyAdapter = `
  let calls = 0;
  export default {
    name: 'flaky', dtypes: { float32: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => (++calls % 3 === 0 ? x : { ...x, data: Array.from(x.data, (v) => -v) }) },
  };`;

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({ 'fixtures/ops/neg.json': negFile(), 'flaky.mjs': flakyAdapter });
});
afterEach(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const list = (text: string): string => {
  writeFileSync(at('known.txt'), text);
  return at('known.txt');
};
/** A run in this process, since the library does not hang. */
const run = (...argv: readonly string[]) =>
  tconf('run', '--inspect', '--fixtures', at('fixtures'), '--adapter', at('flaky.mjs'), ...argv);

describe('--repeat', () => {
  const flaky = (...argv: readonly string[]) => run('--repeat', '3', 'ops/neg/flips-signs', ...argv);

  test('finds a flake, and fails', async () => {
    const { exit, out } = await flaky('--reporter', 'pretty,json', '--out', at('out'));
    expect(exit).toBe(1);
    expect(out).toContain('note: does not always end alike: pass 2 times, wrong_value once');
    expect(JSON.parse(readFileSync(at('out/results.json'), 'utf8')).cases).toMatchObject([
      { verdict: 'fail', ends: { pass: 2, wrong_value: 1 } },
    ]);
  });

  test('lets a flake pass that is listed as one, and tells it', async () => {
    const { exit, out } = await flaky('--known', list('ops/neg/flips-signs  # flaky every third call\n'));
    expect(exit).toBe(0);
    expect(out).toContain('Flaky, as listed: 1 case\n  ops/neg/flips-signs  pass 2 times, wrong_value once');
  });

  test('fails a flake that is listed as a plain failure', async () => {
    const { exit, out } = await flaky('--known', list('ops/neg/flips-signs  # wrong_value\n'));
    expect(exit).toBe(1);
    expect(out).toContain('lists it as wrong_value, and it is flaky: pass 2 times, wrong_value once');
  });

  test('marks what it finds, with --update-known', async () => {
    const argv = ['--repeat', '3', '--known', at('known.txt')];
    expect((await run(...argv, '--update-known')).exit).toBe(0);
    expect(readFileSync(at('known.txt'), 'utf8')).toContain(
      'ops/neg/flips-signs  # flaky: pass 2 times, wrong_value once',
    );
    expect((await run(...argv)).exit).toBe(0);
  });

  test('is a number of times', async () => {
    for (const n of ['0', 'x', '-1']) expect((await run('--repeat', n)).exit).toBe(2);
  });
});
