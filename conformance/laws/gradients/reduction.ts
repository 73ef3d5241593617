/** How a loss is reduced. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import type { Literal } from '../../values/case.ts';
import { some } from './operands.ts';

export const reduction: fc.Arbitrary<Literal | undefined> = some(fc.constantFrom<Literal>('mean', 'sum', 'none'));

/** The shape of a loss with these options, where one alone has shape `each`. */
export const lossShape = (options: Readonly<Record<string, Literal>>, each: Shape): Shape =>
  options.reduction === 'none' ? each : [];
