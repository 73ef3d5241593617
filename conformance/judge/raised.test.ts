import { describe, expect, test } from 'vitest';
import type { Observation, Outcome } from '../values/observation.ts';
import { judge } from './judge.ts';
import { caseOf, op, seen } from './sample.ts';

const sum = caseOf({
  ops: [op('sum', ['x'], 's')],
  names: { s: { dtype: 'float32', shape: [], data: 3 } },
});
const result = (values: Record<string, Observation>, more: object = {}): Outcome => ({
  status: 'result',
  values,
  ...more,
});
const _scalar = (value: number): Outcome => result({ s: seen('float32', [], value) });

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

describe('errors', () => {
  test('the op that is due raises, and what stands beside the error holds', () => {
    expect(judge(raising, threw(), { errors: 'exact' })).toEqual({ id: raising.id, verdict: 'pass' });
    const wrong = judge(raising, threw({ values: { n: seen('float32', [2], 1, 2) } }));
    expect(wrong).toMatchObject({ verdict: 'fail', reason: 'wrong_value' });
  });

  test('nothing raised where an op should', () => {
    const verdict = judge(raising, result({ n }));
    expect(verdict).toMatchObject({ verdict: 'fail', reason: 'should_have_thrown' });
    expect(verdict.message).toBe('op 1 (matmul) raised nothing, where shape_mismatch is due');
  });

  test('an error where none is due', () => {
    const verdict = judge(sum, threw({ op: [0], message: 'no', values: {} }));
    expect(verdict).toMatchObject({ verdict: 'fail', reason: 'threw', message: 'op 0 (sum) raised: no' });
  });

  test('another op raises', () => {
    const verdict = judge(raising, threw({ op: [0] }));
    expect(verdict).toMatchObject({ verdict: 'fail', reason: 'wrong_error' });
    expect(verdict.message).toBe('op 0 (neg) raised, not op 1 (matmul): sizes differ');
  });

  test('another kind is a note, and fails an adapter that promises kinds', () => {
    const other = threw({ kind: 'dtype_mismatch' });
    const note = 'raised dtype_mismatch, not shape_mismatch: sizes differ';
    expect(judge(raising, other)).toEqual({ id: raising.id, verdict: 'pass', notes: [note] });
    expect(judge(raising, other, { errors: 'exact' })).toMatchObject({ verdict: 'fail', reason: 'wrong_error' });
  });

  test('an error of no kind passes, and fails an adapter that promises kinds', () => {
    const { kind: _, ...unclassified } = threw() as Extract<Outcome, { status: 'threw' }>;
    expect(judge(raising, unclassified)).toEqual({ id: raising.id, verdict: 'pass' });
    expect(judge(raising, unclassified, { errors: 'exact' })).toMatchObject({ reason: 'wrong_error' });
  });

  test('an error of the engine is no refusal, even of the right kind at the right op', () => {
    for (const message of ['a.dot is not a function', "Cannot read properties of undefined (reading 'shape')"]) {
      expect(judge(raising, threw({ message }))).toMatchObject({ verdict: 'fail', reason: 'wrong_error' });
    }
  });

  test('a path reaches into blocks, and a late error says so', () => {
    const nested = caseOf({
      ops: [op('neg', ['x'], 'n'), { no_grad: [op('neg', ['n'], 'p'), op('dot', ['n', 'p'], 'd')] }],
      expected: { names: {}, error: { kind: 'shape_mismatch', op: [1, 1] } },
    });
    expect(judge(nested, threw({ op: [1, 1], late: true, values: {} }))).toEqual({
      id: nested.id,
      verdict: 'pass',
      notes: ['the error came when a value was read'],
    });
    expect(judge(nested, threw({ op: [1, 0], values: {} })).message).toBe(
      'op 1.0 (neg) raised, not op 1.1 (dot): sizes differ',
    );
    expect(judge(nested, threw({ op: [0, 3], values: {} })).message).toMatch(/^op 0.3 raised/);
  });
});
