import { describe, expect, test } from 'vitest';
import type { Dtype } from '../../values/case.ts';
import type { Distribution } from '../../values/distribution.ts';
import type { Decoded } from '../../values/element.ts';
import { distributionFault } from './index.ts';
import { list, normals, shuffles, uniforms } from './sample.ts';

const UNIFORM: Distribution = { uniform: { low: 0, high: 1 } };
const NORMAL: Distribution = { normal: { mean: 0, std: 1 } };
const DIGITS: Distribution = { integers: { low: 0, high: 10 } };

const of = (distribution: Distribution, values: readonly Decoded[], dtype: Dtype = 'float32', row = values.length) =>
  distributionFault({ values, dtype, shape: [values.length / row, row] }, distribution);
const floats = (values: readonly number[]): number[] => values.map(Math.fround);
const whole = (values: readonly number[]): bigint[] => values.map(BigInt);

describe('a sample passes', () => {
  test('as one of its distribution', () => {
    for (let seed = 0; seed < 40; seed++) {
      expect(of(UNIFORM, floats(uniforms(seed, 2000)))).toBeUndefined();
      expect(of(UNIFORM, uniforms(seed, 2000), 'float64')).toBeUndefined();
      expect(of(NORMAL, floats(normals(seed, 2000)))).toBeUndefined();
      expect(of(DIGITS, whole(uniforms(seed, 2000).map((u) => Math.floor(10 * u))), 'int64')).toBeUndefined();
      expect(of({ permutations: { of: 10 } }, whole(shuffles(seed, 200, 10)), 'int64')).toBeUndefined();
      expect(of({ permutations: { of: 2000 } }, whole(shuffles(seed, 1, 2000)), 'int64')).toBeUndefined();
    }
  });
  test('of 23 bits, and of what a dtype leaves of a far interval', () => {
    expect(of(UNIFORM, uniforms(1, 10_000, 23))).toBeUndefined();
    const far = floats(uniforms(2, 10_000).map((u) => 100 + u / 2));
    expect(of({ uniform: { low: 100, high: 100.5 } }, far)).toBeUndefined();
    const narrow = floats(normals(3, 10_000).map((z) => 50 + z / 2));
    expect(of({ normal: { mean: 50, std: 0.5 } }, narrow)).toBeUndefined();
  });
  test.each([2, 3, 64])('of %d integers', (high) => {
    const drawn = whole(uniforms(high, 20_000).map((u) => Math.floor(high * u)));
    expect(of({ integers: { low: 0, high } }, drawn, 'int64')).toBeUndefined();
  });
  test('of integers over all of int64, and of booleans', () => {
    const high = uniforms(4, 4000, 31);
    const low = uniforms(5, 4000, 32);
    const all = list(4000, (i) => (BigInt(high[i]! * 2 ** 31) << 32n) | BigInt(low[i]! * 2 ** 32));
    expect(of({ integers: { low: 0, high: 2 ** 63 } }, all, 'int64')).toBeUndefined();
    const coins = uniforms(6, 4000).map((u) => u < 0.5);
    expect(of({ integers: { low: 0, high: 2 } }, coins, 'bool')).toBeUndefined();
  });
});

describe('a sample fails', () => {
  const n = 10_000;
  const u = uniforms(7, n);
  const z = normals(7, n);
  const half = z.slice(0, n / 2);
  const stuck = uniforms(7, n, 24).map((x) => x + ((x * 2 ** 20) % 2 < 1 ? 2 ** -20 : 0));
  test.each<[string, readonly number[], Distribution, Dtype, RegExp]>([
    ['uniform over less', u.map((x) => x * 0.95), UNIFORM, 'float32', /√n·D|smallest|largest/],
    ['beyond its ends', u.map((x) => x * 1.001), UNIFORM, 'float32', /lie outside/],
    ['uniform of 8 bits', uniforms(7, n, 8), UNIFORM, 'float32', /./],
    ['uniform of 16 bits', uniforms(7, n, 16), UNIFORM, 'float32', /second time/],
    [
      '16 bits, spread wider',
      u.map((x) => -2 + (7 * Math.floor(x * 2 ** 16)) / 2 ** 16),
      { uniform: { low: -2, high: 5 } },
      'float32',
      /second time/,
    ],
    ['uniform of 20 bits', uniforms(7, n, 20), UNIFORM, 'float32', /binary digits or fewer/],
    ['float64 of 24 bits', uniforms(7, n, 24), UNIFORM, 'float64', /one of float32/],
    ['float64 of 32 bits', uniforms(7, n, 32), UNIFORM, 'float64', /32 binary digits or fewer/],
    ['a digit that is always 1', stuck, UNIFORM, 'float32', /digit/],
    ['evenly spaced', list(n, (i) => ((i * 7919) % n) / n), UNIFORM, 'float32', /correlation|digit/],
    [
      'repeated now and then',
      u.map((x, i) => (i % 8 === 7 ? u[i - 1]! : x)),
      UNIFORM,
      'float32',
      /second time|equal|correlation/,
    ],
    ['normal, clamped at 2', z.map((x) => Math.max(-2, Math.min(2, x))), NORMAL, 'float32', /second time|outermost/],
    ['normal, clamped at 3', z.map((x) => Math.max(-3, Math.min(3, x))), NORMAL, 'float32', /outermost|second time/],
    ['of another mean', z.map((x) => x + 0.1), NORMAL, 'float32', /√n·D|He1/],
    ['of another deviation', z.map((x) => x * 1.15), NORMAL, 'float32', /He2|√n·D/],
    ['uniform in place of normal', u.map((x) => (x - 0.5) * Math.sqrt(12)), NORMAL, 'float32', /./],
    ['in equal pairs', half.flatMap((x) => [x, x]), NORMAL, 'float32', /1 apart|1 before/],
    ['in opposite pairs', half.flatMap((x) => [x, -x]), NORMAL, 'float32', /1 apart/],
    ['the same half twice', [...half, ...half], NORMAL, 'float32', /5000/],
    ['float64 as float32', floats(z), NORMAL, 'float64', /one of float32/],
    ['integers without the last', u.map((x) => Math.floor(9 * x)), DIGITS, 'int64', /spread|9 comes/],
    ['the last one half as often', u.map((x) => Math.round(9 * x)), DIGITS, 'int64', /spread|9 comes/],
    ['integers beyond', u.map((x) => Math.floor(11 * x)), DIGITS, 'int64', /lie outside/],
    ['fractions', u.map((x) => 10 * x), DIGITS, 'float32', /no integers/],
    ['each as often as the other', list(n, (i) => (i * 7) % 10), DIGITS, 'int64', /spread|correlation|before/],
    [
      '31 bits of 24',
      uniforms(7, n, 24).map((x) => x * 2 ** 31),
      { integers: { low: 0, high: 2 ** 31 } },
      'int64',
      /remainders/,
    ],
  ])('that is %s', (_, values, distribution, dtype, why) => {
    const held = dtype === 'float32' ? floats(values) : dtype === 'int64' ? whole(values) : values;
    expect(of(distribution, held, dtype)).toMatch(why);
  });

  const rows = (count: number, row: (r: number) => number[]): number[] => list(count, row).flat();
  const fair = (r: number, size: number): number[] => shuffles(100 + r, 1, size);
  const sorted = (r: number): number[] => {
    const coins = uniforms(r, 200);
    let at = 0;
    return list(10, (i) => i).sort(() => coins[at++]! - 0.5);
  };
  test.each<[string, number, readonly number[], RegExp]>([
    ['of other numbers', 1000, list(1000, (i) => i + 1), /no permutation/],
    ['of a number that comes twice', 10, rows(100, () => [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]), /no permutation/],
    [
      'that leave nothing in its place',
      10,
      shuffles(7, 100, 10, (x, i) => Math.min(9, i + 1 + Math.floor(x * (9 - i)))),
      /own place/,
    ],
    ['that swap with any place', 100, shuffles(7, 400, 100, (x) => Math.floor(100 * x)), /χ²/],
    ['that are sorted by chance', 10, rows(400, sorted), /places|place/],
    ['that end unshuffled', 1000, [...fair(0, 256), ...list(744, (i) => 256 + i)], /own place/],
    ['that are all the same', 100, rows(10, () => fair(0, 100)), /permutation before/],
    ['that keep the first', 10, rows(200, (r) => [0, ...fair(r, 9).map((x) => x + 1)]), /place/],
    [
      'that keep rows together',
      100,
      rows(10, (r) => fair(r, 10).flatMap((b) => list(10, (i) => 10 * b + i))),
      /below|place/,
    ],
    ['that go through half of all orders', 4, rows(1000, (r) => (r % 2 ? [0, 1, 2, 3] : fair(r, 4))), /./],
  ])('of permutations %s', (_, size, values, why) => {
    expect(of({ permutations: { of: size } }, whole(values), 'int64')).toMatch(why);
  });

  test('that is too small, has NaN, or no whole number of permutations', () => {
    expect(of(UNIFORM, u.slice(0, 999))).toMatch(/from 1000 on/);
    expect(of(UNIFORM, [...u, Number.NaN])).toBe('1 of 10001 elements are NaN');
    expect(of({ permutations: { of: 3 } }, whole(list(1000, (i) => i % 3)))).toMatch(/no permutations of 3/);
  });
});
