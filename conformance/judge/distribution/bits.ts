/** The binary digits of numbers that are uniform on [0, 1). */
import { chernoff, chiSquare } from './chance.ts';
import { type Group, impossible } from './look.ts';

const WORD = 32;
const LOW = 6;

/** Each of the first `count` digits is 1 as often as 0, the lowest of them come in all combinations, and there are more. */
export const bitsOf = (values: Float64Array, count: number): readonly Group[] => {
  const digits = Math.min(count, WORD);
  const scaled = values.map((u) => u * 2 ** digits);
  if (scaled.every(Number.isInteger)) return [impossible(`every element has ${digits} binary digits or fewer`)];
  const words = Uint32Array.from(scaled);
  return [ones(words, digits), ...(words.length >= 10 * 2 ** LOW ? [lowest(words)] : [])];
};

/** The first digit is the highest. */
const ones = (words: Uint32Array, digits: number): Group =>
  Array.from({ length: digits }, (_, k) => {
    let count = 0;
    for (let i = 0; i < words.length; i++) count += (words[i]! >>> (digits - 1 - k)) & 1;
    return {
      found: () => `binary digit ${k + 1} is 1 in ${count} of ${words.length} elements`,
      chance: chernoff(words.length, count, 1 / 2),
    };
  });

const lowest = (words: Uint32Array): Group => {
  const cells = 2 ** LOW;
  const counts = new Float64Array(cells);
  for (let i = 0; i < words.length; i++) counts[words[i]! % cells]!++;
  const due = words.length / cells;
  const sum = counts.reduce((total, count) => total + (count - due) ** 2 / due, 0);
  return [
    {
      found: () => `the lowest ${LOW} binary digits are spread with χ² = ${sum.toFixed(0)} over ${cells} combinations`,
      chance: chiSquare(sum, cells - 1),
    },
  ];
};
