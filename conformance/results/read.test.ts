import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wrongValue } from '../reporters/report-sample.ts';
import { NoResults, readResults } from './read.ts';
import { resultsOf } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: unknown): string => {
  const path = join(folder, 'some.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const refusal = (path: string): string => {
  try {
    readResults(path);
  } catch (error) {
    expect(error).toBeInstanceOf(NoResults);
    const { message } = error as Error;
    expect(message).toMatch(/^[^\n]*$/);
    expect(message.startsWith(`${path}: `)).toBe(true);
    return message.slice(path.length + 2);
  }
  throw new NoResults(path, 'was read');
};

const good = resultsOf([{}, wrongValue], { index: 1, of: 2, cases: 3 });

test('results of a run are read as they were written', () => {
  expect(readResults(file(good))).toEqual(good);
});

test('whatever is no results.json is refused in one line', () => {
  expect(refusal(join(folder, 'none.json'))).toMatch(/^cannot be read: ENOENT/);
  expect(refusal(folder)).toMatch(/^cannot be read: EISDIR/);
  expect(refusal(file('{"suite": '))).toBe('is no JSON; expected the results.json of a run');
  expect(refusal(file([]))).toBe('is no results.json of this version: must be object');
  expect(refusal(file({ ...good, suite: { version: '1', cases: 2 } }))).toBe(
    "is no results.json of this version: /suite must have required property 'digest'",
  );
});

test('results that contradict themselves are refused', () => {
  expect(refusal(file({ ...good, cases: good.cases.slice(1) }))).toMatch(/^its totals are not those of its cases/);
  expect(refusal(file({ ...good, totals: { ...good.totals, pass: 2, fail: 0 } }))).toMatch(/^its totals/);
  const twice = resultsOf([{ id: 'a/b/c' }, { id: 'a/b/c' }]);
  expect(refusal(file(twice))).toBe('holds a case twice');
});
