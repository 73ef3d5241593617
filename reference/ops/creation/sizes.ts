import type { Shape } from '../../memory/shape.ts';

/** `zeros([2, 3])` or, as one writes it in PyTorch, `zeros(2, 3)`. */
export type Sizes = [size: Shape] | number[];
/** The same, with options at the end. */
export type SizesAndOptions<O> = [size: Shape, options?: O] | number[] | [...number[], O];

/** Sizes as a list, however they were given. */
export const listOf = (sizes: Sizes): Shape =>
  (typeof sizes[0] === 'number' || sizes.length === 0 ? sizes : sizes[0]) as Shape;

/** The size as a list, and the options, none unless they were given. */
export function sizesAndOptions<O extends object>(given: SizesAndOptions<O>): readonly [Shape, O] {
  const last = given.at(-1);
  const hasOptions = typeof last === 'object' && !Array.isArray(last);
  const sizes = (hasOptions ? given.slice(0, -1) : given) as Sizes;
  return [listOf(sizes), (hasOptions ? last : {}) as O];
}
