/** Long tensors in few words: `repeats` in place of `data`. */
import type { Element, Nested } from './case.ts';

interface Repeating {
  readonly shape: readonly number[];
  readonly repeats: readonly Element[];
}

const held = Symbol('repeats');

/** The numbers that a tensor repeats, in row-major order, until its shape is full; undefined where its data are written out. */
export const repeatsOf = (value: object): readonly Element[] | undefined =>
  (value as { readonly [held]?: readonly Element[] })[held];

/**
 * The value with `data` in place of `repeats`: nested by axis, made when it is first read, since most of what loads is never run. A
 * copy of it is written out in full, since what is changed in a copy may not repeat any longer.
 */
export function withData<T extends object>(json: T): T {
  // A draft's "?" is read before it is told.
  if (typeof json !== 'object' || !('repeats' in json)) return json;
  const { repeats, ...rest } = json as unknown as Repeating;
  let data: Nested<Element> | undefined;
  const get = (): Nested<Element> => {
    data ??= filled(rest.shape, repeats);
    return data;
  };
  return Object.defineProperties(rest, { [held]: { value: repeats }, data: { enumerable: true, get } }) as never;
}

/** `shape` full of `repeats`, over and over. */
export function filled(shape: readonly number[], repeats: readonly Element[]): Nested<Element> {
  let at = 0;
  const part = (axis: number): Nested<Element> => {
    if (axis < shape.length) return Array.from({ length: shape[axis]! }, () => part(axis + 1));
    const element = repeats[at]!;
    at = at + 1 === repeats.length ? 0 : at + 1;
    return element;
  };
  return part(0);
}

/** The shortest list that gives these elements over and over, if it is at most half as long as they are. */
export function periodOf(elements: readonly Element[]): readonly Element[] | undefined {
  // Of a text that is its own border of length b, the shortest period is n − b (Knuth, Morris and Pratt 1977).
  const border: number[] = [0];
  for (let i = 1, b = 0; i < elements.length; i++) {
    while (b > 0 && !Object.is(elements[i], elements[b])) b = border[b - 1]!;
    if (Object.is(elements[i], elements[b])) b++;
    border.push(b);
  }
  const period = elements.length - (border.at(-1) ?? 0);
  return 2 * period <= elements.length ? elements.slice(0, period) : undefined;
}
