/** Laws of a gradient: a program that reduces and goes back, and what must have come. */
import fc from 'fast-check';
import { elementsOf, leaf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Dtype, TensorValue, Tolerance } from '../../values/case.ts';
import { element } from '../../values/decimal.ts';
import { all } from '../claims.ts';
import type { Trial } from '../law.ts';
import { type Reduction, reduce } from './along.ts';
import { ownerOf } from './sets.ts';

/** The gradient of one set from its elements and the cotangent of its result. */
export type Rule = (x: readonly number[], g: number) => readonly number[];

/** Numbers without zeros, so that no gradient is a zero whose sign says nothing. */
const cotangent = (dtype: Dtype, shape: readonly number[]): fc.Arbitrary<TensorValue> =>
  fc.constantFrom(1, -1).chain((sign) => {
    const bounds = sign > 0 ? { low: 1 } : { high: -1 };
    return whole(dtype, shape, bounds);
  });

/** Reduces `x`, passes a cotangent back, and expects what the rule gives, set by set. */
export const gradientOf = (
  op: string,
  { options, sets }: Reduction,
  x: TensorValue,
  rule: Rule,
  tolerance: Tolerance,
): fc.Arbitrary<Trial> =>
  cotangent(x.dtype, sets.shape).map((g) => {
    const { dtype, shape } = x;
    const own = elementsOf(x).map(Number);
    const cotangents = elementsOf(g).map(Number);
    const parts = sets.members.map((set, j) =>
      rule(
        set.map((i) => own[i]!),
        cotangents[j]!,
      ),
    );
    const due = ownerOf(sets).map((j, i) => parts[j]![sets.members[j]!.indexOf(i)]!);
    const data = nested(
      due.map((v) => element(v, dtype)),
      shape,
    );
    return {
      inputs: { x: leaf(x), g },
      ops: [reduce(op, 'x', 'y', options), { op: 'backward', in: ['y', 'g'] }],
      observe: ['x.grad'],
      statement: () => all({ 'x.grad': { dtype, shape, data, tolerance } }),
    };
  });
