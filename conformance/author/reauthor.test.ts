import { describe, expect, test } from 'vitest';
import type { Dtype } from '../values/case.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import type { Ask, Draft, Oracle } from './author.ts';
import { reauthor } from './reauthor.ts';

const tensor = (dtype: Dtype, ...data: number[]): Observation => ({
  kind: 'tensor',
  dtype,
  shape: [data.length],
  data,
});
const answers =
  (y: Observation): Ask =>
  async () => ({ status: 'result', values: { y } });
const lacking: Ask = async () => ({ status: 'unsupported', what: 'op' });
const oracle = (own: Observation, wide: Observation): Oracle => ({
  own: answers(own),
  wide: answers(wide),
  precise: lacking,
});
const one = (y: unknown, more: object = {}): Draft => ({
  id: 'ops/x/y',
  ops: [{ op: 'exp', in: ['x'], out: 'y' }],
  expected: { y, ...more },
});
const half = Math.fround(0.1);

describe('reauthor', () => {
  test.each([
    ['as float64 gives it, rounded once', 0.3],
    ['as PyTorch computes it', 0.1],
    ['with more digits than its dtype keeps', 0.30000000001],
  ])('keeps a value %s', async (_, value) => {
    const y = { dtype: 'float32', shape: [1], data: [value] };
    const done = await reauthor(one(y), oracle(tensor('float32', half), tensor('float64', 0.3)));
    expect(done).toEqual({ expected: { y }, moved: [] });
  });

  test('replaces another value by the rounded one, tells both, and keeps the tolerance', async () => {
    const y = { dtype: 'float32', shape: [1], data: [7], tolerance: { ulp: 3 } };
    const done = await reauthor(one(y), oracle(tensor('float32', half), tensor('float64', 0.3)));
    expect(done.expected).toEqual({ y: { ...y, data: [0.3] } });
    expect(done.moved).toEqual(['y: data [7], now [0.3]']);
  });

  test('looks into sequences', async () => {
    const each = { each: [{ dtype: 'int64', shape: [1], data: [7] }] };
    const seen: Observation = { kind: 'sequence', each: [tensor('int64', 8)] };
    const done = await reauthor(one(each), oracle(seen, seen));
    expect(done.expected).toEqual({ y: { each: [{ dtype: 'int64', shape: [1], data: [8] }] } });
    expect(done.moved).toEqual(['y: 0: data [7], now [8]']);
  });

  test('tells another text, and leaves it as it is written', async () => {
    const seen = { ...tensor('int64', 1), prints: 'tensor([1])' };
    const done = await reauthor(one({ prints: 'tensor(1)' }), oracle(seen, seen));
    expect(done.expected).toEqual({ y: { prints: 'tensor(1)' } });
    expect(done.moved).toEqual(['y: prints "tensor(1)", now "tensor([1])"']);
  });

  test('tells another kind of error, and leaves bounds and alternatives alone', async () => {
    const raises: Outcome = { status: 'threw', op: [0], kind: 'invalid_argument', message: 'no' };
    const asked: Oracle = { own: async () => raises, wide: lacking, precise: lacking };
    const error = { kind: 'shape_mismatch', op: 0 };
    const draft: Draft = { ...one(undefined), expected: { error } };
    expect(await reauthor(draft, asked)).toEqual({
      expected: { error },
      moved: ['error: {"kind":"shape_mismatch","op":0}, now {"kind":"invalid_argument","op":0}'],
    });
    const bounded = one({ dtype: 'float32', shape: [1], below: 2 });
    expect((await reauthor(bounded, oracle(tensor('float32', 1), tensor('float64', 1)))).moved).toEqual([]);
    const either: Draft = { ...one(undefined), expected: { either: [] } };
    expect(await reauthor(either, asked)).toEqual({ expected: { either: [] }, moved: [] });
  });
});
