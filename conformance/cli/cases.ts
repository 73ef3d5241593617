import { BrokenSuite, faultLine } from '../load/fault.ts';
import { loadSuite, type Suite } from '../load/suite.ts';
import { NothingMatches, select } from '../select/select.ts';
import type { Case } from '../values/case.ts';
import { usage } from './failure.ts';

const reworded = (error: unknown): unknown => {
  if (error instanceof NothingMatches) return usage(error.message, error);
  if (!(error instanceof BrokenSuite)) return error;
  const { faults } = error;
  const lines = faults.map((fault) => `\n  ${faultLine(fault)}`).join('');
  return usage(
    `the fixtures have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was run${lines}`,
    error,
  );
};

/** The suite and the cases that the patterns name. A broken suite, or a pattern without a case, is a wrong call. */
export const chosenCases = (
  patterns: readonly string[],
  fixtures: string | undefined,
): { readonly suite: Suite; readonly cases: readonly Case[] } => {
  try {
    const suite = loadSuite(fixtures);
    const cases = select(suite.cases, patterns);
    if (cases.length === 0) throw usage('the suite holds no case');
    return { suite, cases };
  } catch (error) {
    throw reworded(error);
  }
};
