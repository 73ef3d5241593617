/** The ops that a law draws: all whose pages qualify them, but for some, each with its reason. */
import fc from 'fast-check';
import { isTaken, takenBy } from '../fuzz/draw/dtypes.ts';
import { hasInPlaceForm, type Predicate } from '../pages/families.ts';
import { pageOf } from '../pages/page-of.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Dtype } from '../values/case.ts';

export interface Family {
  /** The ops whose pages qualify them. */
  readonly qualified: readonly string[];
  /** Which of them the law leaves out, and why. */
  readonly except: Readonly<Record<string, string>>;
  /** The others. */
  readonly ops: readonly string[];
  /** Any of these. */
  readonly any: fc.Arbitrary<string>;
  /** Any that takes tensors of this dtype. */
  readonly taking: (dtype: Dtype) => fc.Arbitrary<string>;
}

const family = (qualified: readonly string[], except: Family['except']): Family => {
  const ops = qualified.filter((op) => !(op in except));
  return {
    qualified,
    except,
    ops,
    any: fc.constantFrom(...ops),
    taking: (dtype) => fc.constantFrom(...ops.filter((op) => takes(op, dtype))),
  };
};

/** All ops that a predicate holds for. */
export const every = (holds: Predicate, except: Family['except'] = {}): Family =>
  family(
    Object.values(pages)
      .filter(holds)
      .map(({ name }) => name),
    except,
  );

/** The in-place forms of all ops that a predicate holds for. */
export const everyInPlace = (holds: Predicate, except: Family['except'] = {}): Family =>
  family(
    Object.values(pages)
      .filter((page) => holds(page) && hasInPlaceForm(page))
      .map(({ inplace }) => inplace!),
    except,
  );

/** The op that makes a new tensor of what this one writes. */
export const outOfPlace = (op: string): string => pageOf(op)!.page.name;

/** Whether an op takes tensors of this dtype for its first operand, as far as its page tells. */
export const takes = (op: string, dtype: Dtype): boolean => {
  const { page } = pageOf(op)!;
  return isTaken(takenBy(page, page.operands[0]?.name), dtype);
};
