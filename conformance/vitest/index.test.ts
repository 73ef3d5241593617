import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { negFile } from '../cli/sample.ts';
import { packageFolder } from '../load/package.ts';
import { NothingMatches } from '../select/select.ts';
import { describeConformance } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the reference under Vitest', () => {
  const empty = join(mkdtempSync(join(tmpdir(), 'tconf-known-')), 'known.txt');
  writeFileSync(empty, '# nothing\n');
  describeConformance(reference, { only: ['ops/neg', 'ops/abs'], known: empty, tolerance: 'strict', timeout: 20_000 });
  afterAll(() => rmSync(dirname(empty), { recursive: true }));
});

test('a pattern that names no case is refused', () => {
  expect(() => describeConformance(reference, { only: 'ops/nge' })).toThrow(NothingMatches);
});

const entry = JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)));
const library = `{
  name: 'tiny', dtypes: { float32: true, bool: true }, mutation: 'none',
  tensor: (data) => data, read: (t) => t,
  ops: { neg: (x) => ({ ...x, data: Array.from(x.data, (v) => -Number(v)) }) },
}`;

/** The tests of a project: by name, `passed`, `failed` or `skipped`, with what a failed one says. */
interface Told {
  readonly status: number | null;
  readonly tests: Readonly<Record<string, string>>;
  readonly messages: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tconf-vitest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs Vitest on a project elsewhere that holds one test file. `options` is code. */
const project = (name: string, options: string, known = '', adapter = library): Told => {
  const path = (file: string): string => join(folder, name, file);
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(path('fixtures/ops'), { recursive: true });
  writeFileSync(path('fixtures/ops/neg.json'), negFile());
  writeFileSync(path('known.txt'), known);
  writeFileSync(
    path('a.test.js'),
    `import { describeConformance } from ${entry};
     describeConformance(${adapter}, { fixtures: ${JSON.stringify(path('fixtures'))}, ${options} });`,
  );
  const vitest = join(packageFolder(), 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--root',
      join(folder, name),
      '--reporter',
      'default',
      '--reporter',
      'json',
      '--outputFile',
      path('out.json'),
    ],
    { encoding: 'utf8', cwd: join(folder, name), env: { ...process.env, NODE_ENV: 'test' } },
  );
  const { testResults } = JSON.parse(readFileSync(path('out.json'), 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    status,
    tests: Object.fromEntries(all.map((one) => [one.fullName, one.status])),
    messages: stdout + stderr,
  };
};

describe('in a project of its own', () => {
  test('each case is a test, and one that fails fails the run', () => {
    const { status, tests, messages } = project('plain', '');
    expect(status).toBe(1);
    expect(tests).toMatchObject({ 'tiny ops/neg/flips-signs': 'passed', 'tiny ops/neg/a-bool-raises': 'failed' });
    expect(messages).toContain('should_have_thrown');
  });

  test('a known failure that fails as its line says passes the run', () => {
    const { status, tests } = project('known', "known: 'known.txt'", 'ops/neg/a-bool-raises # should_have_thrown\n');
    expect(status).toBe(0);
    expect(tests).toEqual({
      'tiny every line of known.txt lists cases': 'passed',
      'tiny ops/neg/flips-signs': 'passed',
      'tiny ops/neg/a-bool-raises': 'passed',
      'tiny some case passes, and what ran before still runs': 'passed',
    });
  });

  test('a known failure that passes fails, and so does a line that lists nothing', () => {
    const lines = 'ops/neg/flips-signs # threw\nops/neg/a-bool-raises # should_have_thrown\nops/ngee/* # threw\n';
    const { status, tests, messages } = project('stale', "known: 'known.txt'", lines);
    expect(status).toBe(1);
    expect(tests).toMatchObject({
      'tiny every line of known.txt lists cases': 'failed',
      'tiny ops/neg/flips-signs': 'failed',
    });
    expect(messages).toContain('known.txt:1 lists it as threw, and it passes now');
    expect(messages).toContain('known.txt:3:1: no case matches "ops/ngee/*"');
  });

  test('`only` chooses cases, and what the library lacks is skipped', () => {
    const lacking = library.replace('neg:', 'abs:');
    expect(project('only', "only: 'ops/neg/flips-signs'", '', lacking)).toMatchObject({
      tests: { 'tiny ops/neg/flips-signs': 'skipped' },
    });
  });

  test('a library that can run nothing fails, and so does one that can run less than it could', () => {
    const whole = 'tiny some case passes, and what ran before still runs';
    const lacking = library.replace('neg:', 'abs:');
    expect(project('nothing', '', '', lacking)).toMatchObject({ status: 1, tests: { [whole]: 'failed' } });
    const { status, messages } = project('less', "known: 'known.txt'", 'ops/neg  # runs: 2\n', lacking);
    expect(status).toBe(1);
    expect(messages).toContain('known.txt:1 says that 2 cases of ops/neg run, and 0 do now: op neg');
  });

  test('a library that does not start fails the run', () => {
    const broken = library.replace('{', "{ init: () => { throw new Error('no backend'); },");
    const { status, messages } = project('init', '', '', broken);
    expect(status).toBe(1);
    expect(messages).toContain('no backend');
  });
});
