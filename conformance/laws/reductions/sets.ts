/** Reductions by their definition, for what the laws expect. */
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { unravel } from '../../compare/elements.ts';

export interface Sets {
  /** The shape of the result. */
  readonly shape: Shape;
  /** For every element of the result, in row-major order, which elements it is made of: R(j). */
  readonly members: readonly (readonly number[])[];
}

/** What reducing these axes brings together; negative ones count from the end, and no axes are all of them. */
export function setsOf(shape: Shape, dims: readonly number[], keepdim = false): Sets {
  const reduced = new Set((dims.length === 0 ? [...shape.keys()] : dims).map((d) => (d < 0 ? d + shape.length : d)));
  const whole = shape.map((n, k) => (reduced.has(k) ? 1 : n));
  const members = Array.from({ length: volume(whole) }, (): number[] => []);
  for (let at = 0; at < volume(shape); at++) {
    const index = unravel(at, shape);
    members[whole.reduce((flat, n, k) => flat * n + (reduced.has(k) ? 0 : index[k]!), 0)]!.push(at);
  }
  return { shape: keepdim ? whole : shape.filter((_, k) => !reduced.has(k)), members };
}

/** The set that each element belongs to. */
export const ownerOf = ({ members }: Sets): number[] => {
  const owner: number[] = [];
  for (const [j, set] of members.entries()) for (const i of set) owner[i] = j;
  return owner;
};
