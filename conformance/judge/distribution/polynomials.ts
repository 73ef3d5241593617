/** Polynomials that are orthogonal under a distribution: what each adds to the form of a sample, the others do not see. */
import { normalCdf } from './normal-cdf.ts';

export interface Polynomial {
  readonly name: string;
  readonly of: (z: number) => number;
  readonly mean: number;
  readonly variance: number;
  /** The farthest that a value is from the mean. */
  readonly bound: number;
}

/** Beyond this a normal number counts as this: the mean of unbounded powers says little of itself. */
const CUT = 4;

const HERMITE: readonly ((z: number) => number)[] = [
  (z) => z,
  (z) => z * z - 1,
  (z) => (z * z - 3) * z,
  (z) => (z * z - 6) * z * z + 3,
];

const STEPS = 512;

/** ∫ f φ over the line, by Simpson's rule between the cuts. */
const expectation = (f: (z: number) => number): number => {
  const h = (2 * CUT) / STEPS;
  const weighed = (z: number): number => (f(z) * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
  let sum = weighed(-CUT) + weighed(CUT);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * weighed(i * h - CUT);
  return (sum * h) / 3 + (f(-CUT) + f(CUT)) * normalCdf(-CUT);
};

let normal: readonly Polynomial[] | undefined;

/** Hermite's polynomials of a standard normal number, up to the fourth. */
export const hermite = (): readonly Polynomial[] => {
  normal ??= HERMITE.map((plain, k) => {
    const mean = expectation(plain);
    const variance = expectation((z) => (plain(z) - mean) ** 2);
    const of = (z: number): number => plain(Math.max(-CUT, Math.min(CUT, z)));
    return { name: `He${k + 1}`, of, mean, variance, bound: Math.abs(plain(CUT)) + Math.abs(mean) };
  });
  return normal;
};

const LEGENDRE: readonly ((v: number) => number)[] = [
  (v) => v,
  (v) => (3 * v * v - 1) / 2,
  (v) => ((5 * v * v - 3) * v) / 2,
  (v) => ((35 * v * v - 30) * v * v + 3) / 8,
];

/** Legendre's polynomials of a number that is uniform on [0, 1), up to the fourth. */
export const legendre = (): readonly Polynomial[] =>
  LEGENDRE.map((plain, k) => ({
    name: `P${k + 1}`,
    of: (u) => plain(2 * u - 1),
    mean: 0,
    variance: 1 / (2 * k + 3),
    bound: 1,
  }));
