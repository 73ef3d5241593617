import { describe, expect, test } from 'vitest';
import type { Element } from '../values/case.ts';
import type { Accuracy } from './bound.ts';
import { acceptedAt, huge, type Pair, scalars, seen, tensor, ulp } from './sample.ts';

const nan = Number.NaN;
const pageUlp: Accuracy = { page: { ulp: 1 } };
const [f16, b16, f32, f64] = [scalars('float16'), scalars('bfloat16'), scalars('float32'), scalars('float64')];
const [i64, bool] = [scalars('int64'), scalars('bool')];
const long = (last: Element): Element[] => [...new Array<number>(9999).fill(0.5), last];

const pairs: Record<string, readonly Pair[]> = {
  'integers beyond 2^53': [
    i64('2^53+1', '9007199254740993', 9007199254740993n, 'exact', 'YYY'),
    i64('2^53 for 2^53+1', '9007199254740993', 9007199254740992n, 'exact', 'nnn'),
    i64('a float64 for 2^53+1', '9007199254740993', 9007199254740992, 'exact', 'nnn'),
    i64('the smallest', '-9223372036854775808', -(2n ** 63n), 'exact', 'YYY'),
    i64('2^63 for the largest', '9223372036854775807', 2 ** 63, 'exact', 'nnn'),
    i64('off by one, whatever tolerance is stated', '9223372036854775807', 2n ** 63n - 2n, huge, 'nnn'),
  ],
  'dtype, shape and size': [
    ['right values as float64', tensor('float32', [1], [2]), seen('float64', [1], 2), huge, 'nnn'],
    ['right values as int32', tensor('int64', [1], [2]), seen('int32', [1], 2), 'exact', 'nnn'],
    ['right values as uint8', tensor('bool', [1], [true]), seen('uint8', [1], 1), 'exact', 'nnn'],
    ['right values as bfloat16', tensor('float16', [1], [2]), seen('bfloat16', [1], 2), huge, 'nnn'],
    [
      '[3, 2] for [2, 3]',
      tensor(
        'int64',
        [2, 3],
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ),
      seen('int64', [3, 2], 1, 2, 3, 4, 5, 6),
      huge,
      'nnn',
    ],
    ['[2, 2] for [4]', tensor('int64', [4], [1, 2, 3, 4]), seen('int64', [2, 2], 1, 2, 3, 4), 'exact', 'nnn'],
    ['[1] for 0-d', tensor('float32', [], 1), seen('float32', [1], 1), huge, 'nnn'],
    ['0-d for [1]', tensor('float32', [1], [1]), seen('float32', [], 1), huge, 'nnn'],
    ['[1] for [1, 1]', tensor('float32', [1, 1], [[1]]), seen('float32', [1], 1), huge, 'nnn'],
    ['no elements', tensor('float32', [0], []), seen('float32', [0]), 'exact', 'YYY'],
    ['no elements in rows', tensor('float32', [2, 0], [[], []]), seen('float32', [2, 0]), 'exact', 'YYY'],
    ['[0, 3] for [3, 0]', tensor('float32', [3, 0], [[], [], []]), seen('float32', [0, 3]), 'exact', 'nnn'],
    ['no elements of another dtype', tensor('int64', [0], []), seen('float32', [0]), 'exact', 'nnn'],
    ['one too few', tensor('float32', [2], [1, 'NaN']), seen('float32', [2], 1), huge, 'nnn'],
  ],
  'long tensors': [
    [
      'NaN in the last element',
      tensor('float32', [10000], long(0.5)),
      seen('float32', [10000], ...long(0.5).slice(1), nan),
      huge,
      'nnn',
    ],
    [
      'NaN for NaN in the last element',
      tensor('float32', [10000], long('NaN')),
      seen('float32', [10000], ...long(0.5).slice(1), nan),
      'several',
      'YYY',
    ],
    [
      '0.5 for NaN in the last element',
      tensor('float32', [10000], long('NaN')),
      seen('float32', [10000], ...long(0.5)),
      huge,
      'nnn',
    ],
  ],
  'bool and small integers': [
    bool('true for true', true, true, 'exact', 'YYY'),
    bool('false for true, whatever tolerance is stated', true, false, huge, 'nnn'),
    bool('1 for true', true, 1, 'exact', 'YYY'),
    bool('0n for false', false, 0n, 'exact', 'YYY'),
    bool('2 for true', true, 2, 'exact', 'nnn'),
    bool('NaN for false', false, nan, 'exact', 'nnn'),
    i64('3 for 2 under rtol 1', 2, 3, huge, 'nnn'),
    i64('1.5 for 1', 1, 1.5, huge, 'nnn'),
    i64('NaN for 0', 0, nan, huge, 'nnn'),
    f32('true for 1', 1, true, huge, 'nnn'),
    f32('1n for 1', 1, 1n, 'exact', 'YYY'),
  ],
  'tolerances, each form': [
    f32('abs 0.5, at the edge', 10, 10.5, { stated: { abs: 0.5, why: 'K=1' } }, 'YYY'),
    f32('abs 0.5, beyond', 10, 10.625, { stated: { abs: 0.5, why: 'K=1' } }, 'nnn'),
    f32('rtol 0.25, at the edge', 4, 5, { stated: { rtol: 0.25, atol: 0 } }, 'YYY'),
    f32('rtol 0.25, beyond', 4, 5.25, { stated: { rtol: 0.25, atol: 0 } }, 'nnn'),
    f32('rtol is of the expected number', 4.25, 5.3, { stated: { rtol: 0.25, atol: 0 } }, 'YYY'),
    f32('atol 1, at the edge', 0, -1, { stated: { rtol: 0, atol: 1 } }, 'YYY'),
    f32('stated 1 ulp replaces the defaults', 1, 1 + 2 ** -22, ulp(1), 'nnY'),
    f32('stated rtol wider than the defaults', 1, 1.005, { stated: { rtol: 1e-2, atol: 0 } }, 'YYY'),
    f32('one op of 1 ulp, 2 ulp off', 1, 1 + 2 ** -22, pageUlp, 'nYY'),
    f32('one op of 1 ulp, 1e-4 off', 1, 1.0001, pageUlp, 'nnY'),
    f32('one op of 1 ulp, 1e-2 off', 1, 1.01, pageUlp, 'nnn'),
    f32('several ops, 1e-6 off', 1, 1.000001, 'several', 'YYY'),
    f32('several ops, 1e-4 off', 1, 1.0001, 'several', 'nnY'),
    f32('several ops, 2e-3 off', 1, 1.002, 'several', 'nnn'),
    f32('several ops, 1e-9 for a 0 that stands alone', 0, 1e-9, 'several', 'nnn'),
    f32('0 for a small number that stands alone', 1e-9, 0, 'several', 'nnn'),
    [
      'float32 0 and a small number are near beside a large one',
      tensor('float32', [3], [0, 1e-6, -1]),
      seen('float32', [3], 1e-6, 0, -1),
      'several',
      'YYY',
    ],
    [
      'float32 no further than a part of the largest',
      tensor('float32', [3], [0, 1e-6, -1]),
      seen('float32', [3], 2e-6, 1e-6, -1),
      'several',
      'nnn',
    ],
    [
      'float32 an infinity is no size',
      tensor('float32', [2], [0, 'Infinity']),
      seen('float32', [2], 1e-9, Infinity),
      'several',
      'nnn',
    ],
    [
      'float32 in steps, no large number hides a small one',
      tensor('float32', [2], [1e-6, 1]),
      seen('float32', [2], 1.1e-6, 1),
      { page: { ulp: 2 } },
      'nnn',
    ],
    [
      'float32 a bound of the page in part of the largest',
      tensor('float32', [2], [1e-6, 1]),
      seen('float32', [2], 1.1e-6, 1),
      { page: { rtol: 0, normwise: 2e-7 } },
      'YYY',
    ],
    f32('1e-3 for 1e-4, which an absolute 1e-3 accepts', 1e-4, 1e-3, 'several', 'nnn'),
    f64('several ops, 1e-13 off', 1, 1 + 1e-13, 'several', 'YYY'),
    f64('several ops, in digits of float32', 0.1, Math.fround(0.1), 'several', 'nnY'),
    f16('several ops, 1 ulp off', 1, 1 + 2 ** -10, 'several', 'YYY'),
    f16('several ops, 2 ulp off', 1, 1 + 2 ** -9, 'several', 'nnn'),
    b16('several ops, 2 ulp off', 1, 1 + 2 ** -6, 'several', 'YYY'),
    b16('several ops, 3 ulp off', 1, 1 + 3 * 2 ** -7, 'several', 'nnn'),
    f32('exact at every tier', 1, 1 + 2 ** -23, { stated: 'exact' }, 'nnn'),
  ],
};

for (const [topic, rows] of Object.entries(pairs)) {
  describe(topic, () => {
    test.each(rows)('%s', (...pair) => {
      expect(acceptedAt(pair)).toBe(pair[4]);
    });
  });
}

test('the table holds at least 40 pairs, accepted ones and rejected ones', () => {
  const all = Object.values(pairs).flat();
  expect(all.length).toBeGreaterThanOrEqual(40);
  for (const accepted of ['YYY', 'nYY', 'nnY', 'nnn']) expect(all.some((pair) => pair[4] === accepted)).toBe(true);
});
