import fc from 'fast-check';
import { axis } from '../../../arbitraries/shape.ts';
import { both, goesAlong, needsDim, not, reduces } from '../../../pages/families.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { resultsGiven } from '../../../pages/results.ts';
import type { Literal } from '../../../values/case.ts';
import { every } from '../../family.ts';
import { optionsFor } from '../../reductions/along.ts';
import { on, type Use, type Uses } from './use.ts';

const everything = every(both(reduces, not(needsDim)));
const along = every(goesAlong);

/** With all the results that it has of these options. */
const withAll = (op: string, options: Readonly<Record<string, Literal>>): Use => {
  const results = resultsGiven(pages[op]!, Object.keys(options)).map(({ name }) => `_${name}`);
  if (results.length < 2) return on(op, options);
  return { steps: (t, out) => [{ op, in: [t], with: options, out: results.map((one) => out + one) }], results };
};

/** All elements, or along an axis; as many ops as the dtype has. */
export const reduced: Uses = {
  families: [everything, along],
  draw: (dtype, of) => {
    const whole = everything.taking(dtype).map((op) => on(op));
    if (of.length === 0) return whole;
    const one = fc
      .tuple(along.taking(dtype), axis(of), fc.boolean())
      .map(([op, dim, keepdim]) => withAll(op, optionsFor(op, { dim, keepdim })));
    return fc.oneof(whole, one);
  },
};
