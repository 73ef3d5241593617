import type { OperandType, Page, ResultType } from '../../pages/page.ts';
import { pages } from '../../pages/pages.gen.ts';
import { isLeftOut } from './not-drawn.ts';

/** An op that can be drawn: under its own name or under that of its in-place form. */
export interface Word {
  readonly op: string;
  readonly page: Page;
  readonly weight: number;
}

const operands: ReadonlySet<OperandType> = new Set(['tensor', 'tensor_or_scalar', 'tensors', 'scalar', 'data', 'any']);
const results: ReadonlySet<ResultType> = new Set(
  'tensor any int float bool ints size text scalar host'.split(' ') as ResultType[],
);

const isDrawn = (page: Page): boolean =>
  !isLeftOut(page) &&
  page.operands.every(({ type, variadic }) => operands.has(type) && !variadic) &&
  page.results.every(({ type }) => results.has(type));

/** Ops that say how a tensor is made tell little, those that compute much. */
const weightOf = (page: Page): number => (page.feature === 'attributes' || page.results[0]?.type === 'host' ? 1 : 4);

/** All that is drawn, in the order of the pages. */
export const vocabulary = (all: Readonly<Record<string, Page>> = pages): readonly Word[] =>
  Object.values(all)
    .filter(isDrawn)
    .flatMap((page) => {
      const own = { op: page.name, page, weight: weightOf(page) };
      return page.inplace === undefined ? [own] : [own, { op: page.inplace, page, weight: 2 }];
    });
