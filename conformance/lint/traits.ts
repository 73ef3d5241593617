import type { Report } from '../load/fault.ts';
import type { Page } from '../pages/page.ts';
import { hasTrait } from '../pages/traits.ts';

/** A tolerance that is more than last bits, which only what adds up needs. */
const isWide = ({ accuracy }: Page): boolean =>
  typeof accuracy === 'object' &&
  ('rtol' in accuracy || Object.values(accuracy).some((own) => typeof own === 'object' && 'rtol' in own));

/** Traits fit what else a page says. */
export const checkTraits = (page: Page, report: Report): void => {
  const { operands, differentiable, accuracy } = page;
  if (hasTrait(page, 'symmetric') && operands.length !== 2)
    report('/traits', `an op of ${operands.length} operands is not symmetric; expected 2 that may change places`);
  if (hasTrait(page, 'chooses') && accuracy !== 'exact')
    report('/traits', 'what chooses gives one of its elements as it is; expected "accuracy: exact"');
  for (const trait of ['linear', 'saturates', 'flat'] as const)
    if (hasTrait(page, trait) && differentiable.length === 0)
      report('/traits', `${trait} is said of a gradient; expected a differentiable operand`);
  if (isWide(page) && differentiable.length > 0 && !hasTrait(page, 'sums'))
    report('/traits', 'an op that may be off by more than last bits adds up on its way; expected the trait sums');
};
