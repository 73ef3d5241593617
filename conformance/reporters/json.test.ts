import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { hostileReport } from './hostile-sample.ts';
import { results, resultsText } from './json.ts';
import { verdictNames } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';

const schema = JSON.parse(readFileSync(new URL('../../spec/schema/report.schema.json', import.meta.url), 'utf8'));
const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const every = reportOf([
  {},
  wrongValue,
  { verdict: 'convention', conventions: ['biased-variance'], notes: ['a note'] },
  { verdict: 'unsupported', message: 'op conv2d' },
  { verdict: 'error', message: '\u0000 <b>no data</b>' },
  { verdict: 'timeout', message: 'no answer after 5000 ms' },
  { verdict: 'crash', message: 'exit 1' },
  { verdict: 'xfail', known: { reason: 'wrong_value', place: 'known-failures.txt:3', url: 'https://example.org/3' } },
  { verdict: 'xpass', known: { reason: 'timeout', place: 'known-failures.txt:4' } },
  { ends: { pass: 2, threw: 1 }, known: { reason: 'flaky', place: 'known-failures.txt:5', untrue: 'it is not' } },
]);

test('results of every verdict keep to the schema', () => {
  expect(valid(JSON.parse(resultsText(every))), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(JSON.parse(resultsText(reportOf([]))))).toBe(true);
});

test('the text holds the results, one case per line', () => {
  const text = resultsText(every);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(results(every))));
  expect(text.split('\n').filter((line) => line.startsWith('    {"'))).toHaveLength(10);
});

test('the totals name every verdict and add up to the cases', () => {
  const { totals, suite } = results(every);
  expect(Object.keys(totals)).toEqual([...verdictNames]);
  expect(Object.values(totals).reduce((a, b) => a + b)).toBe(suite.cases);
});

test('a finding is told with the number of its cases, and a shard with its place', () => {
  const causes = [{ name: 'sum', own: ['ops/case/n1'], others: ['ops/case/n2', 'ops/case/n3'] }];
  const text = resultsText({ ...every, causes, shard: { index: 1, of: 2, cases: 20 } });
  expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
  expect(JSON.parse(text)).toMatchObject({
    shard: { index: 1, of: 2, cases: 20 },
    findings: [{ cause: 'sum', own: 1, others: 2 }],
  });
});

test('when, how long and where it was run is told, and checked', () => {
  const run = { began: '2026-01-02T00:00:00.000Z', duration: 5, node: '22.1.0', os: 'Linux', device: '2 × CPU' };
  const held = JSON.parse(resultsText({ ...every, run }));
  expect([held.run, valid(held)]).toEqual([run, true]);
  expect(valid({ ...held, run: { ...run, node: undefined } })).toBe(false);
});

test('what an adapter does not say is left out', () => {
  expect(results(reportOf([], { adapter: { name: 'bare' } })).adapter).toEqual({ name: 'bare' });
});

test('the schema is closed, and rejects a failure that says nothing', () => {
  const good = JSON.parse(resultsText(every));
  for (const bad of [
    { ...good, extra: 1 },
    { ...good, totals: { ...good.totals, skipped: 1 } },
    { ...good, suite: { ...good.suite, digest: 'abc' } },
    { ...good, cases: [{ id: 'a', verdict: 'fail' }] },
    { ...good, cases: [{ id: 'a', verdict: 'convention' }] },
    { ...good, cases: [{ id: 'a', verdict: 'unsupported' }] },
    { ...good, cases: [{ id: 'a', verdict: 'passed' }] },
    { ...good, cases: [{ id: 'a', verdict: 'xfail' }] },
    { ...good, cases: [{ id: 'a', verdict: 'pass', ends: { pass: 3 } }] },
    { ...good, shard: { index: 0, of: 2, cases: 10 } },
    { ...good, cases: [{ id: 'a', verdict: 'pass', time: 1 }] },
    { ...good, tolerance: 'loose' },
  ]) {
    expect(valid(bad)).toBe(false);
  }
});

test('what a library says is kept as data, cut where it is long', () => {
  const text = resultsText(hostileReport);
  const read = JSON.parse(text);
  expect(valid(read), JSON.stringify(valid.errors)).toBe(true);
  expect(text.split('\n').filter((line) => line.startsWith('    {"'))).toHaveLength(hostileReport.cases.length);
  expect(text.length).toBeLessThan(500_000);
  expect(read.cases[0].message).toMatch(/more characters\)$/);
  expect(read.cases[0].message).toContain('\u0000');
});
