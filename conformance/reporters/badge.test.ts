import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { badgeJson, badgeSvg } from './badge.ts';
import { reportOf, wrongValue } from './report-sample.ts';

const known = { reason: 'threw', place: 'known-failures.txt:3' } as const;
const xfail: Partial<Verdict> = { verdict: 'xfail', message: 'raised', known };
const badge = (verdicts: readonly Partial<Verdict>[], suiteCases: number = verdicts.length) =>
  JSON.parse(badgeJson(reportOf(verdicts), { suiteCases }));

test('a badge tells how many cases passed of those that could run, and how many the suite has', () => {
  const verdicts = [...Array.from({ length: 1234 }, () => ({})), { verdict: 'unsupported', message: 'op x' } as const];
  expect(badge(verdicts)).toEqual({
    schemaVersion: 1,
    label: 'conformance',
    message: '1,234 / 1,234 run · 1,235 cases',
    color: 'green',
  });
  expect(badge([{}, {}], 1300)).toMatchObject({ message: '2 / 2 run · 1,300 cases' });
  expect(badge([{}, {}])).toMatchObject({ message: '2 / 2' });
  expect(badge([{}, wrongValue, { verdict: 'unsupported', message: 'x' }], 1921)).toMatchObject({
    message: '1 / 2 run · 1,921 cases',
  });
});

test.each<[string, readonly Partial<Verdict>[], number | undefined, string]>([
  ['bright green if every case passes', [{}, {}], undefined, 'brightgreen'],
  ['green if some are unsupported', [{}, { verdict: 'unsupported', message: 'x' }], undefined, 'green'],
  ['green if some follow a convention', [{}, { verdict: 'convention', conventions: ['a'] }], undefined, 'green'],
  ['yellow if some fail as known', [{}, xfail], undefined, 'yellow'],
  ['red if one fails', [{}, {}, xfail, wrongValue], undefined, 'red'],
  ['red if one ends in an error', [{}, { verdict: 'error', message: 'x' }], undefined, 'red'],
  ['red if a known failure passes', [{}, { verdict: 'xpass', message: 'x', known }], undefined, 'red'],
  [
    'red if a known failure is untrue',
    [{}, { verdict: 'unsupported', message: 'x', known: { ...known, untrue: 'y' } }],
    undefined,
    'red',
  ],
  ['red if one of a part fails', [{}, wrongValue], 100, 'red'],
  ['grey if the rest of the suite was not run', [{}, {}], 3, 'lightgrey'],
  ['grey if nothing passed', [{ verdict: 'unsupported', message: 'x' }], undefined, 'lightgrey'],
])('it is %s', (_, verdicts, suiteCases, color) => {
  expect(badge(verdicts, suiteCases).color).toBe(color);
});

test('the picture says the same, in its own colour, and asks for nothing', () => {
  const svg = badgeSvg(reportOf([{}, wrongValue]), { suiteCases: 1741 });
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => void texts.push(text.trim()));
  parser.write(svg).close();
  expect(texts.filter((text) => text !== '')).toEqual([
    'conformance: 1 / 2 run · 1,741 cases',
    'conformance',
    'conformance',
    '1 / 2 run · 1,741 cases',
    '1 / 2 run · 1,741 cases',
  ]);
  expect(svg).toContain('fill="#e05d44"');
  expect(svg).toContain('aria-label="conformance: 1 / 2 run · 1,741 cases"');
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\((?!#)/);
});
