/** Corners that the spec leaves open, where two implementations may differ. Each with its reason. */
import { flatten } from '../compare/element.ts';
import { formats, isFloat } from '../compare/formats.ts';
import type { Difference, Mismatch, Verdict } from '../verdict.ts';
import type { Program } from './program.ts';

interface Corner {
  readonly applies: (program: Program, verdict: Verdict) => boolean;
  readonly because: string;
}

const isNumber = (element: Difference['expected']): boolean => typeof element === 'number' || element === '-0';
/** All elements that are told as different are not finite on one side. */
const notFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.length > 0 && differences.every(({ expected, got }) => !isNumber(expected) || !isNumber(got));
const every = (verdict: Verdict, holds: (mismatch: Mismatch) => boolean): boolean =>
  verdict.reason === 'wrong_value' && (verdict.mismatches ?? []).length > 0 && verdict.mismatches!.every(holds);

/** Some input is so large that a product or a sum of two overflows. */
const holdsHuge = ({ inputs }: Program): boolean =>
  Object.values(inputs).some(({ dtype, data }) => {
    if (!isFloat(dtype)) return false;
    const huge = 2 ** (formats[dtype].maxExponent / 2);
    return flatten(data).some((element) => typeof element === 'number' && Math.abs(element) > huge);
  });

export const corners: readonly Corner[] = [
  {
    applies: (_, verdict) => every(verdict, (mismatch) => /\.grad$/.test(mismatch.name) && notFinite(mismatch)),
    because:
      'a gradient that is not finite is NaN or an infinity by how its formula is written (∞ · 0), which the pages give in exact arithmetic',
  },
  {
    applies: (program, verdict) => holdsHuge(program) && every(verdict, notFinite),
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
];
