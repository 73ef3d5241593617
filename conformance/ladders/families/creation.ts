/** New tensors of a shape. */
import type { Page } from '../../pages/page.ts';
import type { Call, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';

const callOf = (page: Page, size: Shape): Call => ({
  op: page.name,
  operands: [],
  options: { size, ...(page.required?.includes('fill_value') && { fill_value: 1.5 }) },
});

export const creation = (page: Page): Ladder => ({
  sizes: [{ id: 'elements', many: 'elements', at: (n) => callOf(page, [n]) }],
  ranks: [
    {
      id: 'ranks',
      where: 'for any number of axes',
      calls: Object.fromEntries(shapes(RANKS).map((size) => [named(size), callOf(page, size)])),
    },
    { id: 'rank-0', where: 'for no axes', calls: { _0d: callOf(page, []) } },
    {
      id: 'rank-5',
      where: 'for five axes',
      calls: Object.fromEntries(shapes(FIVE).map((size) => [named(size), callOf(page, size)])),
    },
  ],
});
