/** What `all` and `any` are asked of many elements. */
import type { Page } from '../../pages/page.ts';
import type { Given, Shape } from '../call.ts';
import { ramp } from '../numbers.ts';

/** Elements that say nothing but for the last: false where all are asked, true where any is. */
export const deciding = (page: Page, shape: Shape): Given => {
  const last = shape.reduce((n, axis) => n * axis, 1) - 1;
  const { name, tensor, made } = ramp(page.operands[0]!.name, shape, last, Math.max(0, last - 1));
  const from = made?.from ?? [tensor];
  const largest = from.reduce((sum, { repeats }) => sum + (repeats[last % repeats.length] as number), 0);
  const by = [...(made?.by ?? []), { op: page.name === 'all' ? 'ne' : 'eq', beside: from.length }];
  return {
    name,
    tensor,
    made: { from: [tensor, ...from.slice(1), { dtype: 'float32', shape, repeats: [largest] }], by },
  };
};
