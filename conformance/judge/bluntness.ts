import { type Accuracy, allowance, boundFor, largest, type Scaled, scaledTo, type Tier } from '../compare/bound.ts';
import { unravel } from '../compare/elements.ts';
import { pages as allPages } from '../pages/pages.gen.ts';
import type { Case, Element, Expectation } from '../values/case.ts';
import { type FloatDtype, isFloat } from '../values/dtypes.ts';
import { decode, flatten } from '../values/element.ts';
import { kindOf } from '../values/literal.ts';
import { accuracyOf } from './accuracy.ts';
import { allWays } from './alternatives.ts';
import type { Cell } from './cell.ts';
import { type Pages, trace } from './provenance.ts';

/** A wrong factor that every expectation has to tell from a right one. */
const factor = 1.01;

export interface Blunt {
  readonly name: string;
  readonly index: readonly number[];
  readonly value: Element;
  /** The difference that is accepted there. */
  readonly allowed: number;
}

const bluntAt = (value: number, dtype: FloatDtype, bound: Scaled): number | undefined => {
  if (value === 0 || !Number.isFinite(value)) return undefined;
  const allowed = allowance(bound, value, dtype);
  // What holds exactly is pinned down, however near the next number lies: beside 5e-324 there is none that is 1 % off.
  return allowed > 0 && Math.abs(value * factor - value) <= allowed ? allowed : undefined;
};

const inExpectation = (name: string, expectation: Expectation, cell: Cell, tier: Tier): Blunt[] => {
  const { tolerance, data, value, each, either } = expectation;
  const bound = (dtype: FloatDtype, numbers: readonly number[]): Scaled => {
    const accuracy: Accuracy = tolerance ? { stated: tolerance } : accuracyOf(cell, dtype);
    return scaledTo(boundFor(accuracy, dtype, tier), largest(numbers));
  };
  const found: Blunt[] = [];
  const { dtype, shape } = expectation;
  if (data !== undefined && dtype !== undefined && isFloat(dtype)) {
    const elements = flatten(data);
    const numbers = elements.map((element) => decode(element, dtype) as number);
    const own = bound(dtype, numbers);
    for (const [at, element] of elements.entries()) {
      const allowed = bluntAt(numbers[at]!, dtype, own);
      if (allowed !== undefined) found.push({ name, index: unravel(at, shape ?? []), value: element, allowed });
    }
  }
  if (value !== undefined && kindOf(value) === 'float') {
    const number = typeof value === 'number' ? value : Number((value as { float: number }).float);
    const made = cell.dtype !== undefined && isFloat(cell.dtype) ? cell.dtype : 'float64';
    const allowed = bluntAt(number, made, bound(made, [number]));
    if (allowed !== undefined) found.push({ name, index: [], value: number, allowed });
  }
  each?.forEach((part, i) => {
    const item = cell.items?.[i] ?? { ...cell, dtype: part.dtype };
    found.push(...inExpectation(`${name}[${i}]`, part, item, tier));
  });
  return [...found, ...(either ?? []).flatMap((other) => inExpectation(name, other, cell, tier))];
};

/**
 * The expected numbers that a case does not pin down: non-zero and finite, and still accepted when they are off by 1 %.
 * Judged by the tolerance that holds at `tier`, stated or derived.
 */
export const bluntness = (c: Case, tier: Tier = 'standard', pages: Pages = allPages): Blunt[] => {
  const at = trace(c, pages);
  const found = allWays(c).flatMap(({ names }) =>
    Object.entries(names).flatMap(([name, expectation]) => inExpectation(name, expectation, at(name), tier)),
  );
  const keyed = new Map(found.map((blunt) => [`${blunt.name} ${blunt.index} ${blunt.value}`, blunt]));
  return [...keyed.values()];
};
