/** What laws draw, for tests. */
import fc from 'fast-check';
import { allDtypes, isFloat, isInteger } from '../values/dtypes.ts';
import { callsIn } from '../values/steps.ts';
import type { Lab, Law, Trial } from './law.ts';

/** A library that has everything. */
export const everything: Lab = {
  dtypes: allDtypes,
  floats: allDtypes.filter(isFloat),
  integers: allDtypes.filter(isInteger),
};

/** As many trials of a law. */
export const trialsOf = (law: Law, numRuns: number, lab: Lab = everything): readonly Trial[] => {
  const trials = law.trials(lab);
  if ('lacks' in trials) throw new RangeError(`${law.id} lacks ${trials.lacks}`);
  return fc.sample(trials, { numRuns, seed: 1 });
};

const AT_ONCE = 100;
const MOST = 160;

/** Which of these ops no trial of a law has, however many are drawn. */
export const neverDrawn = (law: Law, ops: readonly string[]): readonly string[] => {
  const left = new Set(ops);
  for (let k = 0; k < MOST && left.size > 0; k++) {
    const trials = law.trials(everything);
    if ('lacks' in trials) throw new RangeError(`${law.id} lacks ${trials.lacks}`);
    for (const trial of fc.sample(trials, { numRuns: AT_ONCE, seed: 1 + k }))
      for (const { op } of callsIn(trial.ops)) left.delete(op);
  }
  return [...left];
};
