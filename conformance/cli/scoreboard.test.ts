import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { resultsText } from '../reporters/index.ts';
import { reportOf } from '../reporters/report-sample.ts';
import { type Run, scoreboardCommand } from './scoreboard.ts';

const silent = { out: () => {}, err: () => {}, interactive: false };
let root = '';
let out = '';
const suite = loadSuite();
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tconf-scoreboard-test-'));
  mkdirSync(join(root, 'conformance', 'adapters', 'lib'), { recursive: true });
  writeFileSync(join(root, 'conformance', 'adapters', 'package.json'), '{}');
  writeFileSync(join(root, 'conformance', 'adapters', 'lib', 'index.ts'), '');
  out = join(root, 'SCOREBOARD.md');
  writeFileSync(out, 'as it was');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A run that ends so, of the first cases of the suite. */
const run =
  (
    exit: 0 | 1 | 2 | 3 | 4,
    of: readonly (typeof suite.cases)[number][],
    verdict: 'pass' | 'unsupported' = 'pass',
  ): Run =>
  async (words) => {
    const folder = words.at(-1)!;
    mkdirSync(folder, { recursive: true });
    const { version, digest } = suite;
    const report = reportOf([], {
      suite: { version, digest },
      cases: of,
      verdicts: of.map(({ id }) => ({ id, verdict, message: 'op sum' })),
    });
    writeFileSync(join(folder, 'results.json'), resultsText(report));
    return exit;
  };
const board = (by: Run): Promise<number> => scoreboardCommand({ out }, silent, by, root);

test('a scoreboard of whole runs replaces the page, whether or not cases failed unexpectedly', async () => {
  for (const exit of [0, 1] as const) {
    expect(await board(run(exit, suite.cases))).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^# Scoreboard\n/);
  }
});

test.each([
  ['did not start', () => run(3, suite.cases), 3, /reference|PyTorch/],
  ['was called wrongly', () => run(2, suite.cases), 2, /did not run/],
  ['ran no case', () => run(0, []), 4, /ran 0 of/],
  ['ran some cases', () => run(0, suite.cases.slice(0, 5)), 4, /ran 5 of/],
  ['judged no case', () => run(0, suite.cases, 'unsupported'), 4, /none of its cases could be judged/],
])('where a library %s, nothing is written', async (_, by, exit, message) => {
  await expect(board(by())).rejects.toMatchObject({ exit, message: expect.stringMatching(message) });
  expect(readFileSync(out, 'utf8')).toBe('as it was');
});

test('a library that leaves no results is told', async () => {
  await expect(board(async () => 0)).rejects.toMatchObject({
    exit: 4,
    message: expect.stringMatching(/left no results/),
  });
});

test('a page that cannot be written is told before anything runs', async () => {
  const never: Run = () => expect.unreachable();
  await expect(scoreboardCommand({ out: join(out, 'in', 'a', 'file') }, silent, never, root)).rejects.toMatchObject({
    exit: 2,
  });
});

test('an installed package has no scoreboard', async () => {
  rmSync(join(root, 'conformance', 'adapters', 'package.json'));
  await expect(board(run(0, suite.cases))).rejects.toMatchObject({ exit: 2 });
});
