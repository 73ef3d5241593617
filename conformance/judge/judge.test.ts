import { expect, test } from 'vitest';
import type { Observation, Outcome } from '../values/observation.ts';
import { judge } from './judge.ts';
import { caseOf, input, op, seen } from './sample.ts';

const sum = caseOf({
  ops: [op('sum', ['x'], 's')],
  names: { s: { dtype: 'float32', shape: [], data: 3 } },
});
const result = (values: Record<string, Observation>, more: object = {}): Outcome => ({
  status: 'result',
  values,
  ...more,
});
const scalar = (value: number): Outcome => result({ s: seen('float32', [], value) });

const raising = caseOf({
  ops: [op('neg', ['x'], 'n'), op('matmul', ['n', 'n'], 'm')],
  control: 'ops/sample/fine',
  expected: {
    names: { n: { dtype: 'float32', shape: [2], data: [-1, -2] } },
    error: { kind: 'shape_mismatch', op: 1 },
  },
});
const n = seen('float32', [2], -1, -2);
const threw = (more: Partial<Extract<Outcome, { status: 'threw' }>> = {}): Outcome => ({
  status: 'threw',
  op: [1],
  kind: 'shape_mismatch',
  message: 'sizes differ',
  values: { n },
  ...more,
});

test('the expected value passes, at every tier', () => {
  for (const tier of ['strict', 'standard', 'relaxed'] as const) {
    expect(judge(sum, scalar(3), { tier })).toEqual({ id: sum.id, verdict: 'pass' });
  }
});

test('a wrong value fails with the element, and an echo of the input is a wrong value', () => {
  const verdict = judge(sum, scalar(4));
  expect(verdict).toMatchObject({ verdict: 'fail', reason: 'wrong_value', message: 's the value differs' });
  expect(verdict.mismatches?.[0]?.differences?.[0]).toMatchObject({ expected: 3, got: 4, abs: 1 });
  expect(judge(sum, result({ s: seen('float32', [2], 1, 2) }))).toMatchObject({
    verdict: 'fail',
    reason: 'wrong_shape',
  });
});

test('a name that was not observed, and one that was not asked for, break the contract', () => {
  expect(judge(sum, result({}))).toEqual({ id: sum.id, verdict: 'error', message: 'nothing was observed of s' });
  const extra = judge(sum, result({ s: seen('float32', [], 3), t: n }));
  expect(extra).toEqual({ id: sum.id, verdict: 'error', message: 'observed what was not asked for: t' });
  expect(judge(raising, threw({ values: { n, s: n } }))).toMatchObject({ verdict: 'error' });
  expect(judge(raising, threw({ values: {} }))).toMatchObject({
    verdict: 'error',
    message: 'nothing was observed of n',
  });
});

test('data that does not fill its shape has the wrong shape', () => {
  const verdict = judge(sum, result({ s: seen('float32', [], 3, 3) }));
  expect(verdict).toMatchObject({
    verdict: 'fail',
    reason: 'wrong_shape',
    message: 's holds 2 elements, which are not those of its shape []',
  });
});

test('an end that is no result is a verdict of its own', () => {
  const ends: [Outcome, object][] = [
    [
      { status: 'unsupported', what: 'dtype int64' },
      { verdict: 'unsupported', message: 'dtype int64' },
    ],
    [
      { status: 'error', message: 'no data' },
      { verdict: 'error', message: 'no data' },
    ],
    [
      { status: 'crash', message: 'exit 1' },
      { verdict: 'crash', message: 'exit 1' },
    ],
    [
      { status: 'timeout', after: 5000 },
      { verdict: 'timeout', message: 'no answer after 5000 ms' },
    ],
  ];
  for (const [outcome, verdict] of ends) expect(judge(sum, outcome)).toEqual({ id: sum.id, ...verdict });
});

test('what was done beside the library is noted', () => {
  const more = {
    assisted: ['SGD step'],
    composed: ['mean'],
    adapted: ['T'],
    substituted: { float64: 'float32', int64: 'float32' },
  };
  const wide = { ...sum, ops: [op('sum', ['x'], 's', { dtype: 'float64' })] };
  expect(judge(wide, result({ s: seen('float32', [], 3) }, more)).notes).toEqual([
    'done by the suite: SGD step',
    'composed by the adapter: mean',
    'adapted by the adapter: T',
    'float32 stands in for float64',
  ]);
});

test('an input that is passed through is judged exactly', () => {
  const c = caseOf({
    inputs: { x: input('float32', [1], [1]) },
    names: { x: { dtype: 'float32', shape: [1], data: [1] } },
  });
  expect(judge(c, result({ x: seen('float32', [1], 1 + 2 ** -23) }), { tier: 'relaxed' }).verdict).toBe('fail');
});
