/** The logarithm of the gamma function, and its derivatives, in float64. */

// The Bernoulli numbers B₂, B₄, …
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
/** From here on the expansions in 1/x below have all digits. */
const FAR = 12;

// ζ(k) - 1 for k = 2, 3, …: Σ m^(-k) over 1 < m < 12, and what is left by Euler and Maclaurin
const ZETA = Array.from({ length: 30 }, (_, i) => {
  const k = i + 2;
  let rest = FAR ** (1 - k) / (k - 1) + FAR ** -k / 2;
  let term = k * FAR ** (-k - 1);
  for (let j = 0; j < BERNOULLI.length; j++) {
    rest += (BERNOULLI[j]! / factorial(2 * j + 2)) * term;
    term *= ((k + 2 * j + 1) * (k + 2 * j + 2)) / (FAR * FAR);
  }
  for (let m = FAR - 1; m > 1; m--) rest += m ** -k;
  return rest;
});
const EULER = 0.5772156649015329; // γ

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

const isPole = (x: number): boolean => x <= 0 && Number.isInteger(x);

/** The sine and cosine of πx, where a rounded πx would lose digits. */
function turn(x: number): { readonly sin: number; readonly cos: number } {
  const rest = x % 2;
  const near = Math.round(rest * 2) / 2;
  const angle = Math.PI * (rest - near);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const quarter = (((near * 2) % 4) + 4) % 4;
  if (quarter === 0) return { sin, cos };
  if (quarter === 1) return { sin: cos, cos: -sin };
  return quarter === 2 ? { sin: -sin, cos: -cos } : { sin: -cos, cos: sin };
}

/** ln |Γ(x)|: ∞ at 0, −1, −2, … and at both infinities. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (isPole(x) || Math.abs(x) === Infinity) return Infinity;
  // |Γ(x)·Γ(-x)| = π / |x·sin πx|
  if (x < 0) return Math.log(Math.PI / Math.abs(turn(x).sin)) - Math.log(-x) - lgamma(-x);
  if (x >= FAR) return stirling(x);
  if (x < 0.5) return aboutTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return aboutTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let rest = x;
  for (; rest > 2.5; product *= rest) rest -= 1;
  return aboutTwo(rest - 2) + Math.log(product);
}

// (x - ½)·ln x - x + ½·ln 2π + Σⱼ B₂ⱼ / (2j·(2j-1)·x^(2j-1))
function stirling(x: number): number {
  let sum = 0;
  for (let j = BERNOULLI.length; j > 0; j--) sum = sum / (x * x) + BERNOULLI[j - 1]! / (2 * j * (2 * j - 1));
  return (x - 0.5) * (Math.log(x) - 1) + (Math.log(2 * Math.PI) - 1) / 2 + sum / x;
}

// ln Γ(2 + z) = (1 - γ)·z + Σₖ (ζ(k) - 1)·(-z)^k / k, for |z| up to ½
function aboutTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA.length + 1; k >= 2; k--) sum = -z * sum + ZETA[k - 2]! / k;
  return (1 - EULER + z * sum) * z;
}

/**
 * The derivative of ln Γ of order n + 1: ψ and what is derived from it. At 0 of either sign ψ is infinite; at the other poles
 * all of them are NaN, but those of odd n ∞, which have one sign on both sides.
 */
export function polygamma(n: number, x: number): number {
  const odd = n % 2 === 1;
  if (Number.isNaN(x) || x === -Infinity) return Number.NaN;
  if (x === 0) return odd || Object.is(x, -0) ? Infinity : -Infinity;
  if (isPole(x)) return odd ? Infinity : Number.NaN;
  // (-1)ⁿ·ψₙ(1 - x) - ψₙ(x) = dⁿ(π·cot πx) / dxⁿ
  if (x < 0) return (odd ? -1 : 1) * polygamma(n, 1 - x) - cotangent(n, x);
  // ψₙ(x) = ψₙ(x + 1) - (-1)ⁿ·n!·x^(-n-1)
  let sum = 0;
  let far = x;
  for (; far < FAR + n; far += 1) sum += far ** (-n - 1);
  return (n === 0 ? Math.log(far) : 0) + (odd ? 1 : -1) * (expansion(n, far) + factorial(n) * sum);
}

// (n-1)!/xⁿ + n!/2x^(n+1) + Σⱼ B₂ⱼ·(2j+n-1)! / ((2j)!·x^(2j+n)); the first is -ln x for n = 0, which is left out here
function expansion(n: number, x: number): number {
  let sum = 0;
  for (let j = BERNOULLI.length; j > 0; j--) {
    sum = (sum + (BERNOULLI[j - 1]! * factorial(2 * j + n - 1)) / factorial(2 * j)) / x / x;
  }
  return ((n === 0 ? 0 : factorial(n - 1)) + factorial(n) / 2 / x + sum) / x ** n;
}

// π^(n+1)·Pₙ(cot πx), where P₀(c) = c and Pₖ₊₁(c) = -(1 + c²)·Pₖ′(c)
function cotangent(n: number, x: number): number {
  let powers = [0, 1];
  for (let k = 0; k < n; k++) {
    const next = new Array<number>(powers.length + 1).fill(0);
    for (let i = 1; i < powers.length; i++) {
      next[i - 1]! -= i * powers[i]!;
      next[i + 1]! -= i * powers[i]!;
    }
    powers = next;
  }
  const { sin, cos } = turn(x);
  return Math.PI ** (n + 1) * powers.reduceRight((value, factor) => (value * cos) / sin + factor, 0);
}
