/** A few draws of all kinds, in any order. */
import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import { drawsNumbers } from '../../pages/families.ts';
import { definitionOf } from '../../pages/options.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Literal, OpStep } from '../../values/case.ts';
import { every, type Family } from '../family.ts';

export const drawingOps: Family = every(drawsNumbers);

const few = fc.constantFrom<number[][]>([1], [3], [5], [17], [4, 5]);
/** So many that no two draws of them are the same, of whatever dtype. */
export const many: fc.Arbitrary<number[]> = fc.constantFrom<number[][]>([64], [4, 20], [3, 5, 7]);

export interface Drawing {
  readonly op: string;
  readonly size: readonly number[];
  readonly dtype: Dtype;
}

export const drawing = (floats: readonly Dtype[], size: fc.Arbitrary<number[]> = few): fc.Arbitrary<Drawing> =>
  fc.record({ op: drawingOps.any, size, dtype: fc.constantFrom(...floats) });

/** What makes a tensor of about this size and dtype: `randperm` has one axis, and a dtype of its own. */
const optionsOf = (page: Page, { size, dtype }: Drawing): Record<string, Literal> => ({
  ...Object.fromEntries(
    (page.required ?? []).filter((name) => definitionOf(page, name) === 'int').map((name) => [name, volume(size)]),
  ),
  ...('size' in page.options && { size: [...size] }),
  ...(page.dtype === 'option' && page.operands.length === 0 && { dtype }),
});

/** The draw as steps that bind `out`, from a generator if there is one. */
export const steps = (drawn: Drawing, out: string, from?: string): readonly OpStep[] => {
  const page = pages[drawn.op]!;
  const generator: Record<string, Literal> = from === undefined ? {} : { generator: { ref: from } };
  const step = (operands: readonly Literal[], options: Record<string, Literal>): OpStep => ({
    op: drawn.op,
    ...(operands.length > 0 && { in: operands }),
    ...(Object.keys(options).length > 0 && { with: options }),
  });
  if (page.mutates === true) {
    return [{ op: 'zeros', with: { size: [...drawn.size], dtype: drawn.dtype }, out }, step([out], generator)];
  }
  const numbers = page.operands.map((_, i) => ({ float: i + 1 }));
  return [{ ...step(numbers, { ...optionsOf(page, drawn), ...generator }), out }];
};
