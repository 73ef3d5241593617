import type { Verdict } from '../values/verdict.ts';
import type { Report } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { reportOf } from './report-sample.ts';

/** What breaks a report that does not escape: for every format a way out of its text, controls, and a megabyte. */
export const hostile: string = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&#0;"\'</details></script><!--',
  ']]><![CDATA[ <?xml?> -->',
  '\u0000\u0007\u001b[31mred\u001b]0;title\u0007\u009b\u2028\u202e\ufffe\ud800\udfff',
  '::error file=pwned.ts,line=1::pwned%0A',
  '##[error]pwned\r::add-mask::a',
  'ok 99 - pwned # TODO pwned',
  '  ---\n  pwned: true\n  ...\nBail out! pwned\n1..7',
  '!!js/function > |- "x": &a *a {a: [}, %TAG',
  '```\n~~~\n# pwned\n| a | b |\n|---|---|\n[x](javascript:alert(1)) ![x](//example.org/x.png) https://example.org @all #1 $x$',
  '{{ pwned }} `pwned` \\',
  'm'.repeat(1_000_000),
].join('\n');

const sides = { reason: 'wrong_value', name: hostile.slice(0, 400), expected: hostile, got: hostile } as const;
const mismatch = {
  ...sides,
  message: hostile,
  differences: [{ index: [0, 1], expected: 1, got: hostile, abs: null, rel: null, ulp: null, allowed: 1e-5 }],
  count: { wrong: 2, of: 3 },
} as const;

const verdicts: readonly Partial<Verdict>[] = [
  {
    verdict: 'fail',
    reason: 'wrong_value',
    message: hostile,
    mismatches: [mismatch],
    notes: [hostile],
    cause: 'sum',
    output: hostile,
  },
  {
    verdict: 'fail',
    reason: 'threw',
    message: hostile,
    mismatches: [{ reason: 'threw', name: 'error', message: hostile }],
  },
  {
    verdict: 'fail',
    reason: 'wrong_value',
    message: hostile,
    mismatches: [{ ...sides, message: 'prints differently' }],
  },
  { verdict: 'error', message: hostile },
  { verdict: 'timeout', message: hostile },
  { verdict: 'crash', message: hostile },
  { verdict: 'unsupported', message: hostile },
  { verdict: 'convention', conventions: [hostile], notes: [hostile] },
  { verdict: 'xfail', message: hostile, known: { reason: 'threw', place: 'known-failures.txt:3', url: hostile } },
  { verdict: 'xpass', message: hostile, known: { reason: 'threw', place: 'known-failures.txt:4' } },
  {
    verdict: 'unsupported',
    message: hostile,
    known: { reason: 'threw', place: 'known-failures.txt:5', untrue: hostile },
  },
  { notes: [hostile], ends: { pass: 2, threw: 1 }, known: { reason: 'flaky', place: 'known-failures.txt:6' } },
  {},
];

/** A run of a library that says the worst, wherever a library can say something. */
export const hostileReport: Report = reportOf(verdicts, {
  adapter: { name: hostile, version: hostile, url: `javascript:${hostile}` },
  causes: [{ name: 'sum', own: ['ops/case/n0'], others: ['ops/case/n1', 'ops/case/n8'] }],
});

/** What a reporter is told in tests. */
export const context: ReportContext = {
  clause: (id) => (id === 'sum.C1' ? 'Without `dim`, all *elements* are added: $\\sum_i x_i$.' : undefined),
  rerun: (id) => `tconf run ${id} --adapter mine.ts`,
  place: ({ id }) => ({ file: 'fixtures/ops/case.json', line: 10 + Number(id.split('n').at(-1)) }),
  rooted: (file) => `packages/${file}`,
  suiteCases: 1300,
  began: new Date('2026-11-23T06:00:00.123Z'),
  times: new Map([
    ['ops/case/n0', 12.5],
    ['ops/case/n1', 0.25],
  ]),
};
