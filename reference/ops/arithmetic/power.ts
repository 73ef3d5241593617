/** Powers of numbers, as C and PyTorch have them. */
import type { BinaryRow } from '../../kernels/loop.ts';

// JavaScript says NaN where C says 1: (±1)^±∞ and 1^NaN.
function floatPower(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  return x ** y;
}

// Only ±1 has a whole inverse.
const inverse = (x: number, odd: boolean): number => (x === 1 ? 1 : x === -1 ? (odd ? -1 : 1) : 0);

// By squaring, modulo 2^32.
function intPower(x: number, y: number): number {
  if (y < 0) return inverse(x, y % 2 !== 0);
  let power = 1;
  let square = x;
  for (let left = y; left > 0; left >>>= 1) {
    if (left & 1) power = Math.imul(power, square);
    square = Math.imul(square, square);
  }
  return power;
}

// out[i] = a[i]^b[i]
export const powerRow: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  if (out instanceof Int32Array) for (let i = 0; i < n; i++) out[o + i] = intPower(a[p + i * s]!, b[q + i * t]!);
  else for (let i = 0; i < n; i++) out[o + i] = floatPower(a[p + i * s]!, b[q + i * t]!);
};

// out[i] = √a[i], or its inverse where b[i] is −0.5
export const rootRow: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const root = Math.sqrt(a[p + i * s]!);
    out[o + i] = b[q + i * t]! < 0 ? 1 / root : root;
  }
};

/** By squaring, modulo 2^64. */
export function bigintPower(x: bigint, y: bigint): bigint {
  if (y < 0n) return BigInt(inverse(Number(x), y % 2n !== 0n));
  let power = 1n;
  let square = x;
  for (let left = y; left > 0n; left >>= 1n) {
    if (left & 1n) power = BigInt.asIntN(64, power * square);
    square = BigInt.asIntN(64, square * square);
  }
  return power;
}
