/** Gaussian elimination with rows exchanged: PA = LU. */

/** L below the diagonal, whose own diagonal is 1, and U on and above it; row i of both was row `rows[i]` of the matrix. */
export interface Factors {
  readonly n: number;
  readonly lu: Float64Array;
  readonly rows: readonly number[];
  /** 1 after an even number of exchanges, else −1. */
  readonly sign: 1 | -1;
  /** A pivot is 0: the matrix has no inverse. */
  readonly singular: boolean;
}

/** Factors a row-major n × n matrix, in place. The pivot is the largest of its column, the first of equal ones. */
export function factor(lu: Float64Array, n: number): Factors {
  const rows = Array.from({ length: n }, (_, i) => i);
  let sign: 1 | -1 = 1;
  let singular = false;
  for (let k = 0; k < n; k++) {
    const pivot = largestBelow(lu, n, k);
    if (pivot !== k) {
      exchange(lu, n, k, pivot);
      [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
      sign = sign === 1 ? -1 : 1;
    }
    const divisor = lu[k * n + k]!;
    if (divisor === 0) {
      singular = true;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      const times = lu[i * n + k]! / divisor;
      lu[i * n + k] = times;
      for (let j = k + 1; j < n; j++) lu[i * n + j] = lu[i * n + j]! - times * lu[k * n + j]!;
    }
  }
  return { n, lu, rows, sign, singular };
}

function largestBelow(lu: Float64Array, n: number, k: number): number {
  let at = k;
  for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[at * n + k]!)) at = i;
  return at;
}

function exchange(lu: Float64Array, n: number, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const kept = lu[a * n + j]!;
    lu[a * n + j] = lu[b * n + j]!;
    lu[b * n + j] = kept;
  }
}

/** X of AX = B, row-major n × m: first LY = PB from above, then UX = Y from below. */
export function solveFactored({ n, lu, rows }: Factors, b: Float64Array, m: number): Float64Array {
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let left = b[rows[i]! * m + j]!;
      for (let k = 0; k < i; k++) left -= lu[i * n + k]! * x[k * m + j]!;
      x[i * m + j] = left;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < m; j++) {
      let left = x[i * m + j]!;
      for (let k = i + 1; k < n; k++) left -= lu[i * n + k]! * x[k * m + j]!;
      x[i * m + j] = left / lu[i * n + i]!;
    }
  }
  return x;
}

/** The product of the pivots, with the sign of the exchanges. */
export function determinant({ n, lu, sign }: Factors): number {
  let product: number = sign;
  for (let i = 0; i < n; i++) product *= lu[i * n + i]!;
  return product;
}
