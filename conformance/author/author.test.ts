import { describe, expect, test } from 'vitest';
import type { Dtype } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { type Ask, author, type Draft, type Oracle, Unanswered } from './author.ts';

const tensor = (dtype: Dtype, ...data: number[]) => ({ kind: 'tensor' as const, dtype, shape: [data.length], data });
const result = (values: Extract<Outcome, { status: 'result' }>['values']): Outcome => ({ status: 'result', values });
const always =
  (outcome: Outcome): Ask =>
  async () =>
    outcome;
const unsupported = always({ status: 'unsupported', what: 'op' });
const never: Ask = async () => {
  throw new Error('asked');
};
const oracle = (own: Outcome, rest: Partial<Oracle> = {}): Oracle => ({
  own: always(own),
  wide: unsupported,
  precise: unsupported,
  ...rest,
});
const draft = (expected: Draft['expected'], op = 'exp'): Draft => ({
  id: 'ops/x/y',
  ops: [{ op, in: ['x'], out: 'y' }],
  expected,
});

describe('author', () => {
  test('asks nothing of a case without a placeholder', async () => {
    const expected = { y: { null: true } };
    const never_ = { own: never, wide: never, precise: never };
    expect(await author(draft(expected), never_)).toEqual({ expected, filled: 0, remarks: [] });
  });

  test('fills a placeholder from the wide computation and leaves the rest as written', async () => {
    const own = result({ y: tensor('float32', Math.fround(1.1)) });
    const wide = always(result({ y: tensor('float64', 1.2345678901) }));
    const filled = await author(draft({ y: '?', x: { null: true } }), oracle(own, { wide }));
    expect(filled.expected).toEqual({ y: { dtype: 'float32', shape: [1], data: [1.2345679] }, x: { null: true } });
    expect(filled.remarks).toEqual(['y: element 0 is 1.100000023841858 in float32, 1.2345678806304932 from float64']);
  });

  test('keeps the tolerance that stands beside a placeholder', async () => {
    const own = result({ y: tensor('float32', 1.5) });
    const wide = always(result({ y: tensor('float64', 1.5) }));
    const tolerance = { abs: 0.1, why: 'so' };
    const { expected } = await author(draft({ y: { data: '?', tolerance } }), oracle(own, { wide }));
    expect(expected).toEqual({ y: { dtype: 'float32', shape: [1], data: [1.5], tolerance } });
  });

  test('asks for the text only where it is wanted', async () => {
    const asked: unknown[] = [];
    const own: Ask = async (request) => {
      asked.push(request.observe);
      return result({ y: { ...tensor('int64', 1), prints: 'tensor([1])' }, z: tensor('int64', 2) });
    };
    const filled = await author(draft({ y: '? prints', z: '?' }), { own, wide: unsupported, precise: unsupported });
    expect(asked).toEqual([[{ name: 'y', prints: true }, { name: 'z' }]]);
    expect(filled.expected.y).toEqual({ dtype: 'int64', shape: [1], data: [1], prints: 'tensor([1])' });
  });

  test('takes float64 from the precise computation, and says so where there is none', async () => {
    const own = result({ y: tensor('float64', 0.1) });
    const precise = always(result({ y: tensor('float64', 0.1000000000000001) }));
    const exact = await author(draft({ y: '?' }), oracle(own, { precise }));
    expect(exact.expected.y).toMatchObject({ data: [0.1000000000000001] });
    const plain = await author(draft({ y: '?' }), oracle(own));
    expect(plain.expected.y).toMatchObject({ data: [0.1] });
    expect(plain.remarks).toEqual(['y: float64 as PyTorch computes it']);
  });

  test.each(['randn', 'nn.Linear', 'data.DataLoader'])('keeps what PyTorch drew when a program has %s', async (op) => {
    const own = result({ y: tensor('float32', 0.5) });
    const drawn: Draft = { ...draft({ y: '?' }), ops: [{ repeat: 2, ops: [{ op, out: 'y' }] }] };
    const filled = await author(drawn, { own: always(own), wide: never, precise: never });
    expect(filled.expected.y).toMatchObject({ data: [0.5] });
  });

  test('fills the kind and the step of an error, and what stands beside it', async () => {
    const values = { x: tensor('int64', 1) };
    const own: Outcome = { status: 'threw', op: [0, 1], kind: 'shape_mismatch', message: 'sizes', values };
    const filled = await author(draft({ error: '?', x: '?' }), oracle(own));
    expect(filled.expected).toEqual({
      error: { kind: 'shape_mismatch', op: [0, 1] },
      x: { dtype: 'int64', shape: [1], data: [1] },
    });
  });

  test.each<[string, Draft['expected'], Outcome]>([
    ['PyTorch does not raise', { error: '?' }, result({})],
    ['PyTorch raises at step 0: sizes', { y: '?' }, { status: 'threw', op: [0], message: 'sizes' }],
    ['y holds nothing when the program ends', { y: '?' }, result({})],
    ['broken', { y: '?' }, { status: 'error', message: 'broken' }],
    ['PyTorch answers unsupported', { y: '?' }, { status: 'unsupported', what: 'op foo' }],
  ])('refuses a draft with "%s"', async (message, expected, own) => {
    await expect(author(draft(expected), oracle(own))).rejects.toThrow(new Unanswered(message));
  });
});
