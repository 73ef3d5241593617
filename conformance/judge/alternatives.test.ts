import { describe, expect, test } from 'vitest';
import type { Case, Expected } from '../values/case.ts';
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

describe('alternatives and conventions', () => {
  const either = (...all: Expected[]): Case => caseOf({ ops: sum.ops, expected: { names: {}, either: all } });
  const is = (data: number): Expected => ({ names: { s: { dtype: 'float32', shape: [], data } } });

  test('one of several whole expectations holds', () => {
    const c = either(is(3), { names: { s: { dtype: 'float64', shape: [], data: 4 } } }, is(5));
    expect(judge(c, scalar(5)).verdict).toBe('pass');
    expect(judge(c, scalar(4))).toMatchObject({ verdict: 'fail', reason: 'wrong_value' });
  });

  test('one alternative may be an error', () => {
    const c = either(is(3), { names: {}, error: { kind: 'graph_freed', op: 0 } });
    expect(judge(c, scalar(3)).verdict).toBe('pass');
    expect(judge(c, threw({ op: [0], kind: 'graph_freed', values: {} })).verdict).toBe('pass');
    expect(judge(c, threw({ op: [0], values: {} })).verdict).toBe('pass');
    expect(judge(c, scalar(4)).verdict).toBe('fail');
  });

  const biased = { ...sum, conventions: [{ id: 'biased', expected: is(7) }] };
  test('a match of a convention is neither a pass nor a failure', () => {
    expect(judge(biased, scalar(3)).verdict).toBe('pass');
    expect(judge(biased, scalar(7))).toEqual({ id: sum.id, verdict: 'convention', conventions: ['biased'] });
    expect(judge(biased, scalar(8))).toMatchObject({ verdict: 'fail', reason: 'wrong_value' });
  });

  test('a convention replaces the names that it gives, and the others still hold', () => {
    const two = caseOf({
      ops: [...sum.ops, op('neg', ['x'], 'n')],
      names: { ...sum.expected.names, n: { dtype: 'float32', shape: [2], data: [-1, -2] } },
      conventions: biased.conventions,
    });
    expect(judge(two, result({ s: seen('float32', [], 7), n })).verdict).toBe('convention');
    expect(judge(two, result({ s: seen('float32', [], 7), n: seen('float32', [2], 1, 2) })).verdict).toBe('fail');
  });

  test('a convention may be not to raise', () => {
    const lenient = { ...raising, conventions: [{ id: 'lenient', expected: { names: { m: { value: 1 } } } }] };
    const outcome = result({ n, m: { kind: 'host', value: 1 } });
    expect(judge(lenient, outcome)).toMatchObject({ verdict: 'convention', conventions: ['lenient'] });
  });

  test('a host number for a 0-d tensor is a convention', () => {
    const id = 'zero-dim-as-number';
    const host = { ...seen('float32', [], 3), host: true } as Observation;
    for (const s of [host, { kind: 'host', value: 3 } as const, { kind: 'host', value: { float: 3 } } as const]) {
      expect(judge(sum, result({ s }))).toEqual({ id: sum.id, verdict: 'convention', conventions: [id] });
    }
    expect(judge(sum, result({ s: { kind: 'host', value: 4 } })).verdict).toBe('fail');
    expect(judge(biased, result({ s: { kind: 'host', value: 7 } })).conventions).toEqual(['biased', id]);
    const vector = caseOf({ names: { x: { dtype: 'float32', shape: [1], data: [1] } } });
    expect(judge(vector, result({ x: { kind: 'host', value: 1 } }))).toMatchObject({ reason: 'wrong_shape' });
  });
});

describe('substituted dtypes', () => {
  const ints = caseOf({ names: { x: { dtype: 'int64', shape: [2], data: [1, -2] } } });
  const as = { substituted: { int64: 'int32', float32: 'float64' } };

  test('the substitute is the dtype that is due, and values are judged in the expected one', () => {
    expect(judge(ints, result({ x: seen('int32', [2], 1, -2) }, as))).toMatchObject({ verdict: 'pass' });
    expect(judge(ints, result({ x: seen('int64', [2], 1n, -2n) }, as))).toMatchObject({ reason: 'wrong_dtype' });
    const third = caseOf({ names: { x: { dtype: 'float32', shape: [1], data: [0.1] } } });
    expect(judge(third, result({ x: seen('float64', [1], 0.1) }, as))).toMatchObject({ verdict: 'pass' });
    expect(judge(third, result({ x: seen('float64', [1], 0.1) }))).toMatchObject({ reason: 'wrong_dtype' });
  });

  test('the name of a dtype is that of its substitute, and of no other', () => {
    const named = caseOf({ names: { d: { value: 'int64' } } });
    expect(judge(named, result({ d: { kind: 'host', value: 'int32' } }, as))).toMatchObject({ verdict: 'pass' });
    expect(judge(named, result({ d: { kind: 'host', value: 'int16' } }, as))).toMatchObject({ reason: 'wrong_value' });
    expect(judge(named, result({ d: { kind: 'host', value: 'int32' } }))).toMatchObject({ reason: 'wrong_value' });
  });

  test('a value that the substitute cannot hold makes the case unsupported', () => {
    const big = caseOf({ names: { x: { dtype: 'int64', shape: [1], data: [2147483648] } } });
    const verdict = judge(big, result({ x: seen('int32', [1], 0) }, as));
    expect(verdict).toMatchObject({ verdict: 'unsupported', message: 'int64 value beyond int32' });
  });
});
