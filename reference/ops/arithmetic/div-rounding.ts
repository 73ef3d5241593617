/** Quotients rounded to whole numbers. */

import type { BinaryRow } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';

const byZero = (): never => raise('invalid_argument', 'div: an integer cannot be divided by 0 and rounded');

/** Rounds to the dtype, as PyTorch does after every step. */
type Round = (x: number) => number;

// From the exact remainder, since a/b may already have been rounded up to the next whole number: 1/0.1 is 10, its floor 9.
function floorOf(a: number, b: number, round: Round): number {
  if (b === 0) return a / b;
  const remainder = a % b;
  let quotient = round(round(a - remainder) / b);
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient = round(quotient - 1);
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

// out[i] = ⌊a[i] / b[i]⌋
export const floorRow =
  (round: Round): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[p + i * s]!, b[q + i * t]!];
      if (out instanceof Int32Array) out[o + i] = y === 0 ? byZero() : Math.floor(x / y);
      else out[o + i] = floorOf(x, y, round);
    }
  };

// out[i] = a[i] / b[i] towards 0; the quotient is rounded to the dtype first, as in PyTorch
export const truncRow =
  (round: Round): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[p + i * s]!, b[q + i * t]!];
      if (out instanceof Int32Array) out[o + i] = y === 0 ? byZero() : Math.trunc(x / y);
      else out[o + i] = Math.trunc(round(x / y));
    }
  };

export const bigintTrunc = (x: bigint, y: bigint): bigint => (y === 0n ? byZero() : x / y);

export function bigintFloor(x: bigint, y: bigint): bigint {
  const whole = bigintTrunc(x, y);
  return x % y !== 0n && x < 0n !== y < 0n ? whole - 1n : whole;
}
