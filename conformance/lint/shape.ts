import type { Report } from '../load/fault.ts';
import { definitionOf } from '../pages/options.ts';
import type { Page } from '../pages/page.ts';

/** A result that is a tensor has a shape, and nothing else has. What a module gives is said by the op that it amounts to. */
export const checkShape = (page: Page, report: Report): void => {
  const { results, dtype, shape, options } = page;
  const first = results[0]?.type;
  const isTensor = (first === 'tensor' || first === 'any') && dtype !== 'none';
  if (isTensor && shape === undefined) report('', 'missing "shape": the rule for the shape of the result');
  if (!isTensor && shape !== undefined) report('/shape', 'the result is no tensor, so it has no shape');
  const lacks = (option: string): void => report('/shape', `${shape} is by ${option}, which is no option`);
  if (shape === 'reduce' && !('dim' in options)) lacks('dim');
  if (shape === 'loss' && !('reduction' in options)) lacks('reduction');
  if (shape === 'size' && !Object.keys(options).some((name) => definitionOf(page, name) === 'size')) lacks('a size');
};
