import type { Law } from '../law.ts';
import { commutes } from './commutes.ts';
import { comparisons } from './comparisons.ts';
import { fractions } from './fractions.ts';
import { inPlace } from './in-place.ts';
import { integerSums } from './integer-sums.ts';
import { joining } from './joining.ts';
import { meeting } from './meeting.ts';
import { narrowing } from './narrowing.ts';
import { pythonNumbers } from './python-numbers.ts';
import { roundTrip } from './round-trip.ts';
import { roundedNumbers } from './rounded-numbers.ts';
import { wraps } from './wraps.ts';
import { zeroDim } from './zero-dim.ts';

export const promotion: readonly Law[] = [
  meeting,
  zeroDim,
  pythonNumbers,
  roundedNumbers,
  commutes,
  inPlace,
  comparisons,
  fractions,
  wraps,
  roundTrip,
  narrowing,
  integerSums,
  joining,
];
