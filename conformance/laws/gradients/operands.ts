/** Operands for gradient laws: few elements, from the domain that the page gives. */
import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Domain } from '../../pages/page.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Literal, TensorValue } from '../../values/case.ts';
import type { Precision } from './precision.ts';

/** A shape with at least one element and at most `most`. */
export const small = (most = 4, bounds: { minRank?: number; maxRank?: number } = {}): fc.Arbitrary<Shape> =>
  shape({ maxRank: 3, maxSize: Math.min(most, 3), ...bounds, filled: true }).filter((s) => volume(s) <= most);

/** Numbers of a domain, no larger than the precision bears. */
export const drawn = (
  { dtype, largest }: Precision,
  size: Shape,
  { low = -10, high = 10, avoid = [] }: Domain = {},
): fc.Arbitrary<TensorValue> =>
  tensor(dtype, size, { low: Math.max(low, -largest), high: Math.min(high, largest), avoid });

/** Between which numbers the page of an op draws its k-th operand, and beside which, if it says so. */
export const boundsOf = (op: string, k: number): Domain | undefined => {
  const { operands, domain } = pages[op]!;
  const { low, high, avoid } = domain[operands[k]!.name] ?? {};
  if ((low ?? high ?? avoid) === undefined) return undefined;
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }), ...(avoid && { avoid }) };
};

/** Some of the options of which the page of an op gives examples. */
export const optionsOf = (op: string): fc.Arbitrary<Record<string, Literal>> => {
  const drawn = Object.entries(pages[op]!.options).flatMap(([name, schema]) => {
    const examples = 'examples' in schema ? (schema.examples as readonly Literal[]) : [];
    return examples.length === 0 ? [] : [[name, some(fc.constantFrom(...examples))] as const];
  });
  return fc.record(Object.fromEntries(drawn)).map(given<Literal>);
};

/** Numbers for the k-th operand of an op, from its page. */
export const operand = (precision: Precision, op: string, k: number, size: Shape): fc.Arbitrary<TensorValue> =>
  drawn(precision, size, boundsOf(op, k));

/** The same between these bounds. */
export const operandWithin = (
  precision: Precision,
  op: string,
  k: number,
  size: Shape,
  { low, high }: { readonly low: number; readonly high: number },
): fc.Arbitrary<TensorValue> => {
  const own = boundsOf(op, k);
  return drawn(precision, size, {
    ...own,
    low: Math.max(low, own?.low ?? low),
    high: Math.min(high, own?.high ?? high),
  });
};

/** Numbers no two of which are nearer than 1/4, nor 0, nor each other's negative: no ties, and no variance of 0. */
export const distinct = ({ dtype }: Precision, size: Shape): fc.Arbitrary<TensorValue> => {
  const n = volume(size);
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 4 + 2 * n }), { minLength: n, maxLength: n }),
      fc.array(fc.boolean(), { minLength: n, maxLength: n }),
    )
    .map(([quarters, negative]) => ({
      dtype,
      shape: size,
      data: nested(
        quarters.map((q, i) => (negative[i] === true ? -q / 4 : q / 4)),
        size,
      ),
    }));
};

/** Numbers m/2 + 1/4: at least 1/4 away from those of `halves`. */
export const quarters = (precision: Precision, size: Shape): fc.Arbitrary<TensorValue> => grid(precision, size, 0.25);
/** Numbers m/2. */
export const halves = (precision: Precision, size: Shape): fc.Arbitrary<TensorValue> => grid(precision, size, 0);

const grid = ({ dtype }: Precision, size: Shape, offset: number): fc.Arbitrary<TensorValue> =>
  fc.array(fc.integer({ min: -4, max: 4 }), { minLength: volume(size), maxLength: volume(size) }).map((data) => ({
    dtype,
    shape: size,
    data: nested(
      data.map((m) => m / 2 + offset),
      size,
    ),
  }));

/** Options of which some are left out. */
export const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** An options object without what is undefined. */
export const given = <T>(options: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(options).filter((entry): entry is [string, T] => entry[1] !== undefined));
