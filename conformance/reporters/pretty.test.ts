import { describe, expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { pretty } from './pretty.ts';
import type { Report } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';

const clauses: Record<string, string> = { 'sum.C1': 'Without `dim`, all elements are added.', 'exp.C1': 'e to the x.' };
const options = {
  clause: (id: string) => clauses[id],
  rerun: (id: string) => `npx tconf run ${id} --adapter mine.ts`,
};

const rendered = (report: Report, more: { interactive?: boolean; color?: boolean; columns?: number } = {}): string => {
  const parts: string[] = [];
  const { interactive = false, ...screen } = more;
  const printer = pretty({ out: (part) => void parts.push(part), interactive, ...screen }, options);
  printer.start(report.cases.length);
  for (const verdict of report.verdicts) printer.verdict(verdict);
  printer.end(report);
  return parts.join('');
};
const failing = (verdict: Partial<Verdict>): string => rendered(reportOf([verdict]));

test('a failure tells id, clauses, code, the worst elements and the command, in this order', () => {
  expect(failing(wrongValue)).toBe(`tensors 1.2.3  suite 0.1.0 (aaaaaaaaaaaa), tolerance standard

FAIL  ops/case/n0  wrong_value
  sum adds all elements
  sum.C1  Without \`dim\`, all elements are added.
  broadcasting.C2  (the spec has no such clause)

  │ x = torch.tensor([1.0, 2.0])
  │ s = x.sum()
  │ print(s)

  s  3 of 2000 elements differ
    index    expected   got   abs  rel    ulp  allowed
    [1, 10]         3   NaN     –    –      –   1.4e-5
    [0, 2]        0.5  0.75  0.25  0.5  4.2e6   1.0e-5
    … and 1 more element

  rerun  npx tconf run ops/case/n0 --adapter mine.ts

            fail
reductions     1
total          1

1 case: 1 failed  1.2 s
`);
});

test('shape and dtype come before elements', () => {
  const text = failing({
    verdict: 'fail',
    reason: 'wrong_shape',
    mismatches: [
      { reason: 'wrong_shape', name: 's', message: 'shape is [3], not [3, 1]', expected: '[3, 1]', got: '[3]' },
      { reason: 'wrong_dtype', name: 's', message: 'dtype is int32, not int64', expected: 'int64', got: 'int32' },
    ],
  });
  expect(text).toContain('  s  shape  expected [3, 1], got [3]\n  s  dtype  expected int64, got int32\n');
});

test('a host value of another type speaks for itself', () => {
  const mismatch = { reason: 'wrong_dtype', name: 'n', message: 'is 3.0, where the int 3 is due' } as const;
  const text = failing({
    verdict: 'fail',
    reason: 'wrong_dtype',
    mismatches: [{ ...mismatch, expected: '3', got: '3.0' }],
  });
  expect(text).toContain('\n  n  is 3.0, where the int 3 is due\n');
});

test('a 0-d value has no index, and a bool no measures', () => {
  const difference = { index: [], expected: true, got: false, abs: null, rel: null, ulp: null, allowed: null };
  const mismatch = {
    reason: 'wrong_value',
    name: 's',
    message: 'the value differs',
    differences: [difference],
  } as const;
  const text = failing({
    verdict: 'fail',
    reason: 'wrong_value',
    mismatches: [{ ...mismatch, count: { wrong: 1, of: 1 } }],
  });
  expect(text).toContain('  s  the value differs\n    expected    got\n        true  false\n');
});

test('printed forms stand one above the other, line by line', () => {
  const mismatch = { reason: 'wrong_value', name: 's', message: 'prints differently' } as const;
  const texts = { expected: 'tensor([[1],\n        [2]])', got: 'tensor([[1], [2]])\u001b[0m' };
  const text = failing({ verdict: 'fail', reason: 'wrong_value', mismatches: [{ ...mismatch, ...texts }] });
  expect(text).toContain(
    '  s  prints differently\n    expected │ tensor([[1],\n             │         [2]])\n    got      │ tensor([[1], [2]])\\x1b[0m\n',
  );
});

test('an error speaks for itself, and notes stand below', () => {
  const mismatch = { reason: 'threw', name: 'error', message: 'op 0 (sum) raised: no\u0007', got: 'an error' } as const;
  const text = failing({ verdict: 'fail', reason: 'threw', mismatches: [mismatch], notes: ['composed: mean'] });
  expect(text).toContain('\n  op 0 (sum) raised: no\\x07\n\n  note: composed: mean\n\n  rerun  ');
});

test('text of a library is escaped and cut, wherever it comes from', () => {
  const text = failing({ verdict: 'error', message: `\u001b]0;title\u0007${'m'.repeat(1_000_000)}` });
  expect(text).toContain('ERROR  ops/case/n0\n');
  expect(text).toContain('  \\x1b]0;title\\x07mmm');
  expect(text).toMatch(/m… \(999,\d\d\d more characters\)\n/);
  expect(text.length).toBeLessThan(2000);
  expect(text).not.toContain('\u001b');
  const named = rendered(reportOf([], { adapter: { name: 'evil\u001b[2J' } }));
  expect(named).toContain('evil\\x1b[2J  suite');
});

test('the summary groups by feature, by what is missing and by convention, and its totals add up', () => {
  const text = rendered(
    reportOf([
      {},
      { verdict: 'unsupported', message: 'dtype int64' },
      { verdict: 'unsupported', message: 'op conv2d' },
      { verdict: 'unsupported', message: 'dtype int64' },
      { verdict: 'convention', conventions: ['biased-variance', 'pytorch-until-2.6.0'] },
      { verdict: 'convention', conventions: ['biased-variance'] },
    ]),
  );
  expect(text).toContain(`
            pass  convention  unsupported
arithmetic     ·           1            2
reductions     1           1            1
total          1           2            3

Unsupported: 3 cases, by what is missing
  2  dtype int64
  1  op conv2d
  2 cases of ops that the library has may run if a dtype stood in for int64 (dtypes: { int64: 'int32' }, or 'float32')

Conventions that differ from PyTorch by choice
  2  biased-variance
  1  as PyTorch until 2.6

6 cases: 1 passed, 2 by convention, 3 unsupported  1.2 s
`);
  const many = rendered(
    reportOf(Array.from({ length: 25 }, (_, i) => ({ verdict: 'unsupported', message: `op ${i}` }))),
  );
  expect(many).toContain('… and 5 more reasons\n');
});

test('a case of a chapter, or of no rule, is counted under its name', () => {
  const report = reportOf([{}, {}], { duration: 12 });
  const cases = report.cases.map((c, i) => ({ ...c, rules: i === 0 ? ['broadcasting.C1'] : [] }));
  const text = rendered({ ...report, cases });
  expect(text).toContain('broadcasting     1\ncase             1\ntotal            2\n');
  expect(text).toContain('2 cases: 2 passed  12 ms\n');
});

describe('on a terminal', () => {
  test('progress is shown and erased, and colours mark what failed', () => {
    const text = rendered(reportOf([{}, wrongValue]), { interactive: true, color: true });
    expect(text).toContain('\r\u001b[2K');
    expect(text).toContain('1/2');
    expect(text).toContain('\u001b[31m');
    expect(text.lastIndexOf('\r')).toBeLessThan(text.indexOf('tensors'));
  });

  test('nothing of it is in a pipe', () => {
    const text = rendered(reportOf([{}, wrongValue]));
    for (const control of ['\r', '\u001b']) expect(text).not.toContain(control);
  });

  const long = (elements: number): Report => {
    const report = reportOf([wrongValue]);
    const data = new Array(elements).fill(0.25);
    return {
      ...report,
      cases: report.cases.map((c) => ({ ...c, inputs: { x: { dtype: 'float32', shape: [elements], data } } as const })),
    };
  };
  test('lines keep to the width, and what is cut can be shown whole', () => {
    for (const columns of [70, 100, 200]) {
      const text = rendered(long(60), { columns });
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(Math.min(columns, 120));
      expect(text).toMatch(/…\n( {2}│ .*\n)*? {2}│ whole: npx tconf show ops\/case\/n0\n/);
    }
  });
  test('nothing is cut in a log, but for what nobody would read', () => {
    const text = rendered(long(60));
    expect(text).toContain(`x = torch.tensor([${new Array(60).fill('0.25').join(', ')}])\n`);
    expect(text).not.toContain('whole: ');
    expect(rendered(long(4000))).toContain('│ whole: npx tconf show ops/case/n0\n');
  });
});

test('a report of a hundred thousand cases is a matter of a moment', () => {
  const report = reportOf(Array.from({ length: 100_000 }, () => ({})));
  const began = performance.now();
  expect(rendered(report)).toContain('100,000 cases: 100,000 passed');
  expect(performance.now() - began).toBeLessThan(10_000);
});
