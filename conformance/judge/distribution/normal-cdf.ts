/** Φ, by a series and by a table. */

const LIMIT = 8;
const PER_UNIT = 64;

const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Φ(z), by its Taylor series about 0 times the density: ½ + φ(z)·Σ z^(2k+1) / (1·3·5···(2k+1)). */
export const normalCdf = (z: number): number => {
  if (Math.abs(z) > LIMIT) return z < 0 ? 0 : 1;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * density(z);
};

/** At every 1/64 from −8 to 8: Φ, and how much it would grow to the next at the rate it has there. */
interface Table {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}
let table: Table | undefined;

const tabled = (): Table => {
  const places = Float64Array.from({ length: 2 * LIMIT * PER_UNIT + 1 }, (_, i) => i / PER_UNIT - LIMIT);
  return { values: places.map(normalCdf), slopes: places.map((z) => density(z) / PER_UNIT) };
};

/** Φ(z) to nine digits, by cubic interpolation: many at a time. */
export const nearNormalCdf = (z: number): number => {
  if (!(Math.abs(z) < LIMIT)) return Number.isNaN(z) ? z : z < 0 ? 0 : 1;
  table ??= tabled();
  const at = (z + LIMIT) * PER_UNIT;
  const i = Math.floor(at);
  const t = at - i;
  const before = table.values[i]!;
  const rise = table.values[i + 1]! - before;
  const [s, e] = [table.slopes[i]!, table.slopes[i + 1]!];
  return before + t * (s + t * (3 * rise - 2 * s - e + t * (s + e - 2 * rise)));
};
