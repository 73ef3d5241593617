import { describe, expect, test } from 'vitest';
import type { Accuracy } from './bound.ts';
import { acceptedAt, huge, type Pair, scalars, ulp } from './sample.ts';

const [nan, inf] = [Number.NaN, Infinity];
const pageUlp: Accuracy = { page: { ulp: 1 } };
const [f16, b16, f32, f64] = [scalars('float16'), scalars('bfloat16'), scalars('float32'), scalars('float64')];
const i64 = scalars('int64');
const [max, tiny] = [3.4028234663852886e38, 2 ** -149];

const pairs: Record<string, readonly Pair[]> = {
  'NaN, infinities and finite numbers under a tolerance that accepts any finite pair': [
    f32('NaN for NaN', 'NaN', nan, huge, 'YYY'),
    f32('Infinity for NaN', 'NaN', inf, huge, 'nnn'),
    f32('-Infinity for NaN', 'NaN', -inf, huge, 'nnn'),
    f32('1 for NaN', 'NaN', 1, huge, 'nnn'),
    f32('NaN for Infinity', 'Infinity', nan, huge, 'nnn'),
    f32('Infinity for Infinity', 'Infinity', inf, huge, 'YYY'),
    f32('-Infinity for Infinity', 'Infinity', -inf, huge, 'nnn'),
    f32('1 for Infinity', 'Infinity', 1, huge, 'nnn'),
    f32('NaN for -Infinity', '-Infinity', nan, huge, 'nnn'),
    f32('Infinity for -Infinity', '-Infinity', inf, huge, 'nnn'),
    f32('-Infinity for -Infinity', '-Infinity', -inf, huge, 'YYY'),
    f32('1 for -Infinity', '-Infinity', 1, huge, 'nnn'),
    f32('NaN for 1', 1, nan, huge, 'nnn'),
    f32('Infinity for 1', 1, inf, huge, 'nnn'),
    f32('-Infinity for 1', 1, -inf, huge, 'nnn'),
    f32('1e20 for 1', 1, 1e20, huge, 'YYY'),
    f32('NaN for NaN', 'NaN', nan, 'exact', 'YYY'),
    f32('Infinity for Infinity', 'Infinity', inf, 'exact', 'YYY'),
  ],
  'signed zeros': [
    f32('-0 for 0, exact', 0, -0, 'exact', 'nnn'),
    f32('0 for -0, exact', '-0', 0, 'exact', 'nnn'),
    f32('-0 for -0, exact', '-0', -0, 'exact', 'YYY'),
    f32('-0 for 0, stated exact', 0, -0, { stated: 'exact' }, 'nnn'),
    f32('-0 for 0, the page says exact', 0, -0, { page: 'exact' }, 'nnn'),
    f32('-0 for 0, several ops', 0, -0, 'several', 'nYY'),
    f32('0 for -0, one op of 1 ulp', '-0', 0, pageUlp, 'nYY'),
    f32('-0 for 0, stated 1 ulp', 0, -0, ulp(1), 'nYY'),
    i64('-0 for 0', 0, -0, 'exact', 'YYY'),
  ],
  subnormals: [
    f32('the smallest for 0, exact', 0, tiny, 'exact', 'nnn'),
    f32('the smallest for 0, 1 ulp', 0, tiny, ulp(1), 'YYY'),
    f32('minus the smallest for 0, 1 ulp', 0, -tiny, ulp(1), 'YYY'),
    f32('the smallest for its negative, 1 ulp', -tiny, tiny, ulp(1), 'nnn'),
    f32('the smallest for its negative, 2 ulp', -tiny, tiny, ulp(2), 'YYY'),
    f32('flushed to 0, 1 ulp', 1e-40, 0, ulp(1), 'nnn'),
    f32('flushed to 0, several ops', 1e-40, 0, 'several', 'nnn'),
    f32('beside the smallest normal, 1 ulp', 2 ** -126, 2 ** -126 - tiny, ulp(1), 'YYY'),
    f64('the smallest for 0, 1 ulp', 0, 5e-324, ulp(1), 'YYY'),
    f16('2^-23 for 2^-24, 1 ulp', 2 ** -24, 2 ** -23, ulp(1), 'YYY'),
    f16('2^-25 is rounded to 0', 0, 2 ** -25, 'exact', 'YYY'),
    b16('2^-132 for 2^-133, exact', 2 ** -133, 2 ** -132, 'exact', 'nnn'),
  ],
  'the largest number beside infinity': [
    f32('Infinity for the largest, 1 ulp', max, inf, ulp(1), 'nnn'),
    f32('the largest for Infinity, 1 ulp', 'Infinity', max, ulp(1), 'nnn'),
    f32('-Infinity for minus the largest, rtol 1', -max, -inf, huge, 'nnn'),
    f32('one below the largest, 1 ulp', max, max - 2 ** 104, ulp(1), 'YYY'),
    f32('what overflows is Infinity', 'Infinity', 3.5e38, 'exact', 'YYY'),
    f16('65519 is rounded to 65504', 65504, 65519, 'exact', 'YYY'),
    f16('65520 overflows', 65504, 65520, 'several', 'nnn'),
    f64('Infinity for the largest', Number.MAX_VALUE, inf, huge, 'nnn'),
  ],
  'units in the last place': [
    f32('1 + 2^-23 for 1, exact', 1, 1 + 2 ** -23, 'exact', 'nnn'),
    f32('1 + 2^-23 for 1, 1 ulp', 1, 1 + 2 ** -23, ulp(1), 'YYY'),
    f32('one step below a power of two, 1 ulp', 1, 1 - 2 ** -24, ulp(1), 'YYY'),
    f32('two steps below a power of two, 1 ulp', 1, 1 - 2 ** -23, ulp(1), 'nnY'),
    f32('one step above a power of two, seen from below', 2 - 2 ** -23, 2, ulp(1), 'YYY'),
    f32('a quarter of a step is rounded away', 1, 1 + 2 ** -25, 'exact', 'YYY'),
    f64('1 + 2^-52 for 1, 1 ulp', 1, 1 + 2 ** -52, ulp(1), 'YYY'),
    f64('1 + 2^-51 for 1, 1 ulp', 1, 1 + 2 ** -51, ulp(1), 'nnY'),
    f64('1 + 2^-52 for 1, exact', 1, 1 + 2 ** -52, 'exact', 'nnn'),
    f16('1 + 2^-10 for 1, 1 ulp', 1, 1 + 2 ** -10, ulp(1), 'YYY'),
    f16('1 + 2^-9 for 1, 1 ulp', 1, 1 + 2 ** -9, ulp(1), 'nnn'),
    b16('1 + 2^-7 for 1, 1 ulp', 1, 1 + 2 ** -7, ulp(1), 'YYY'),
    b16('1 + 2^-6 for 1, 1 ulp', 1, 1 + 2 ** -6, ulp(1), 'nnn'),
    b16('0.1 as a float32 reads', 0.1, Math.fround(0.1), 'exact', 'YYY'),
  ],
};

for (const [topic, rows] of Object.entries(pairs)) {
  describe(topic, () => {
    test.each(rows)('%s', (...pair) => {
      expect(acceptedAt(pair)).toBe(pair[4]);
    });
  });
}

test('the table holds at least 50 pairs, accepted ones and rejected ones', () => {
  const all = Object.values(pairs).flat();
  expect(all.length).toBeGreaterThanOrEqual(50);
  for (const accepted of ['YYY', 'nYY', 'nnY', 'nnn']) expect(all.some((pair) => pair[4] === accepted)).toBe(true);
});
