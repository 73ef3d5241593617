/** The error function, in float64. */

/** 2/√π ∫₀ˣ e^(-t²) dt. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) return series(x);
  return Number.isNaN(x) ? x : Math.sign(x) * (1 - tail(size));
}

/** 1 - erf(x), with all its digits where erf(x) is next to 1. */
export function erfc(x: number): number {
  if (x >= 0.5) return tail(x);
  return 1 - erf(x);
}

/** e^(-x²), of which a rounded x² would lose digits where it is large. */
export function bell(x: number): number {
  if (Math.abs(x) > 40) return 0;
  const head = Math.round(x * 1024) / 1024; // few enough digits for its square to be exact
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x));
}

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

// x/π·e^(-x²) ∫ e^(-t²) / (t² + x²) dt by the trapezoidal rule of step ½, which is wrong by e^(-4π²) alone once the
// residue of the pole at t = ix is taken off; terms beyond t = 7 are below the last digit.
// Source: C. Chiarella and A. Reichel, On the evaluation of integrals related to the error function, 1968.
const STEP = 0.5;
function tail(x: number): number {
  if (x === Infinity) return 0;
  let sum = 1 / (x * x);
  for (let t = STEP; t < 7; t += STEP) sum += (2 * Math.exp(-t * t)) / (t * t + x * x);
  const residue = x < Math.PI / STEP ? 2 / Math.expm1((2 * Math.PI * x) / STEP) : 0;
  return ((STEP * x) / Math.PI) * bell(x) * sum - residue;
}
