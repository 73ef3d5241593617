/** Broadcasting by its definition, for what the laws expect. */
import type { Shape } from '../../arbitraries/shape.ts';
import { broadcast, volume } from '../../arbitraries/shape.ts';
import { elementsOf } from '../../arbitraries/tensor.ts';
import { unravel } from '../../compare/elements.ts';
import type { TensorValue } from '../../values/case.ts';
import type { Decoded } from '../../values/element.ts';

/** For every element of `to`, in row-major order, which element of `from` it reads: 0 on every stretched axis. */
export const reading = (from: Shape, to: Shape): number[] =>
  Array.from({ length: volume(to) }, (_, at) => {
    const index = unravel(at, to).slice(to.length - from.length);
    return from.reduce((flat, n, k) => flat * n + (n === 1 ? 0 : index[k]!), 0);
  });

/** The elements of an input as the shape `to` shows them. */
export const stretched = (t: TensorValue, to: Shape): Decoded[] => {
  const own = elementsOf(t);
  return reading(t.shape, to).map((i) => own[i]!);
};

/** The shape that several shapes broadcast to, which they do. */
export const joint = (...shapes: readonly Shape[]): Shape => shapes.reduce((a, b) => broadcast(a, b)!);
