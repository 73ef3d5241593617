/** Shapes of a given number of elements. */
import fc from 'fast-check';
import { type Shape, volume } from '../../arbitraries/shape.ts';

const divisors = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);

/** A shape of up to five axes that holds `n` elements. Shrinks to a vector. */
export const ofVolume = (n: number): fc.Arbitrary<Shape> =>
  fc.array(fc.nat(), { maxLength: 4 }).map((draws) => {
    if (n === 0) return [...draws.map((draw) => draw % 4), 0];
    const sizes: number[] = [];
    for (const draw of draws) {
      const all = divisors(n / volume(sizes));
      sizes.push(all[draw % all.length]!);
    }
    const rest = n / volume(sizes);
    return rest === 1 && sizes.length !== 1 ? sizes : [...sizes, rest];
  });
