import { describe, expect, test } from 'vitest';
import { Generator } from './generator.ts';

const many = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

describe('Generator', () => {
  test('is MT19937: the 10,000th word after seed 5489 is that of the C++ standard', () => {
    const g = new Generator().manual_seed(5489);
    const words = many(10_000, () => g.word());
    expect(words.slice(0, 3)).toEqual([3499211612, 581869302, 3890346734]);
    expect(words.at(-1)).toBe(4123659995);
  });

  test('puts the first of two words on top', () => {
    const [narrow, wide] = [new Generator().manual_seed(1), new Generator().manual_seed(1)];
    const [upper, lower] = [narrow.word(), narrow.word()];
    expect(wide.wide()).toBe(BigInt(upper) * 2n ** 32n + BigInt(lower));
  });

  test.each([
    [-1, 4294967295],
    [4294967299, 3],
    [2n ** 64n - 5n, 4294967291],
  ])('takes the low 32 bits of seed %d', (seed, low) => {
    expect(new Generator().manual_seed(seed).word()).toBe(new Generator().manual_seed(low).word());
  });

  test.each([2n ** 64n, -(2n ** 63n) - 1n, 0.5, 'seven' as never])('refuses seed %s', (seed) => {
    expect(() => new Generator().manual_seed(seed)).toThrowError(expect.objectContaining({ kind: 'invalid_argument' }));
  });

  test('keeps the seed', () => {
    expect(new Generator().initial_seed()).toBe(67280421310721n);
    expect(new Generator().manual_seed(-3).initial_seed()).toBe(-3n);
  });

  test('hands out normal numbers in pairs, and forgets the second when seeded', () => {
    const g = new Generator().manual_seed(4);
    const [first, second] = [g.normal(), g.normal()];
    g.manual_seed(4);
    expect(g.normal()).toBe(first);
    g.word();
    expect(g.normal()).toBe(second); // whatever was drawn between
    g.manual_seed(4).normal();
    expect(g.manual_seed(4).normal()).toBe(first);
  });
});
