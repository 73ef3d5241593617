import { caseOf, op } from '../judge/sample.ts';
import type { Verdict } from '../values/verdict.ts';
import type { Report } from './report.ts';

const sum = caseOf({
  id: 'ops/sum/adds',
  title: { en: 'sum adds all elements' },
  rules: ['sum.C1', 'broadcasting.C2'],
  ops: [op('sum', ['x'], 's')],
  names: { s: { dtype: 'float32', shape: [], data: 3 } },
});
const exp = caseOf({ ...sum, id: 'ops/exp/grows', rules: ['exp.C1'], title: { en: 'exp grows' } });

/** A report of these verdicts, each on a case of its own. */
export const reportOf = (verdicts: readonly Partial<Verdict>[], more: Partial<Report> = {}): Report => ({
  suite: { version: '0.1.0', digest: 'a'.repeat(64) },
  adapter: { name: 'tensors', version: '1.2.3', url: 'https://example.org' },
  tolerance: 'standard',
  cases: verdicts.map((_, i) => ({ ...(i % 2 === 0 ? sum : exp), id: `ops/case/n${i}` })),
  verdicts: verdicts.map((verdict, i) => ({ verdict: 'pass', ...verdict, id: `ops/case/n${i}` })),
  causes: [],
  duration: 1234,
  ...more,
});

export const wrongValue: Partial<Verdict> = {
  verdict: 'fail',
  reason: 'wrong_value',
  message: 's 3 of 2,000 elements differ',
  mismatches: [
    {
      reason: 'wrong_value',
      name: 's',
      message: '3 of 2000 elements differ',
      count: { wrong: 3, of: 2000 },
      differences: [
        { index: [1, 10], expected: 3, got: 'NaN', abs: null, rel: null, ulp: null, allowed: 1.4e-5 },
        { index: [0, 2], expected: 0.5, got: 0.75, abs: 0.25, rel: 0.5, ulp: 4194304, allowed: 1e-5 },
      ],
    },
  ],
};
