/** The error function, in float64. */

/** 2/√π ∫₀ˣ e^(-t²) dt. */
export function erf(x: number): number {
  if (Math.abs(x) < CROSSOVER) return series(x);
  return x > 0 ? 1 - tail(x) : x < 0 ? tail(-x) - 1 : x;
}

/** 1 - erf(x), with all its digits where erf(x) is next to 1. */
export function erfc(x: number): number {
  if (x >= CROSSOVER) return tail(x);
  return 1 - erf(x);
}

// The series needs some thirty terms up to here, the fraction some hundred from here on.
const CROSSOVER = 1.5;
const DEPTH = 120;

// 2/√π·e^(-x²)·Σₙ 2ⁿ·x^(2n+1) / (2n+1)!!, whose terms have one sign: nothing cancels
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

// e^(-x²)/√π · 1/(x + ½/(x + 1/(x + ³⁄₂/(x + …)))), from its end
function tail(x: number): number {
  let fraction = x;
  for (let n = DEPTH; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
