import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../load/fault.ts';
import type { WrittenPage } from '../pages/accuracy.ts';
import { accuracyClasses } from '../pages/accuracy-classes.gen.ts';

/** Bounds that are those of a class go by its name. */
export const checkAccuracy = ({ accuracy }: WrittenPage, report: Report): void => {
  for (const [name, bounds] of Object.entries(accuracyClasses))
    if (isDeepStrictEqual(accuracy, bounds)) report('/accuracy', `these are the bounds of a class; expected ${name}`);
};
