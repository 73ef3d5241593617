/** Which elements of two tensors meet, and which stand in one row. */
type Shape = readonly number[];

const volume = (shape: Shape): number => shape.reduce((n, size) => n * size, 1);

/** The places of the elements that meet where two tensors stretch to each other. */
export function* stretched(a: Shape, b: Shape): Generator<readonly [number, number]> {
  const rank = Math.max(a.length, b.length);
  const sizes = Array.from({ length: rank }, (_, k) => Math.max(sizeAt(a, k - rank), sizeAt(b, k - rank)));
  for (let at = 0; at < volume(sizes); at++) {
    let [rest, i, j, below, under] = [at, 0, 0, 1, 1];
    for (let k = -1; k >= -rank; k--) {
      const place = rest % sizes.at(k)!;
      rest = Math.floor(rest / sizes.at(k)!);
      const [own, other] = [sizeAt(a, k), sizeAt(b, k)];
      if (own > 1) i += place * below;
      if (other > 1) j += place * under;
      below *= own;
      under *= other;
    }
    yield [i, j];
  }
}
const sizeAt = (shape: Shape, k: number): number => shape.at(k) ?? 1;

/** The places of each row along an axis. */
export function* rowsAlong(shape: Shape, axis: number): Generator<readonly number[]> {
  const k = axis < 0 ? axis + shape.length : axis;
  const size = shape[k] ?? 1;
  const inner = volume(shape.slice(k + 1));
  for (let outer = 0; outer < volume(shape.slice(0, k)); outer++) {
    for (let i = 0; i < inner; i++) yield Array.from({ length: size }, (_, n) => (outer * size + n) * inner + i);
  }
}

/** The places that have the same index along an axis. */
export const slices = (shape: Shape, axis: number): readonly (readonly number[])[] => {
  const rows = [...rowsAlong(shape, axis)];
  return Array.from({ length: shape.at(axis) ?? 1 }, (_, n) => rows.map((row) => row[n]!));
};
