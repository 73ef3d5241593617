/** A finding is written only if its file says what is true, and shows it again. */

import { blunt } from '../../lint/blunt.ts';
import { controls } from '../../lint/controls.ts';
import type { Lint } from '../../lint/lint.ts';
import { prints } from '../../lint/prints.ts';
import { titles } from '../../lint/titles.ts';
import { faultLine } from '../../load/fault.ts';
import { readFixture } from '../../load/fixture.ts';
import { pageOf } from '../../pages/page-of.ts';
import { runCases } from '../../run/run-cases.ts';
import type { Case } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import type { Verdict } from '../../values/verdict.ts';
import type { Sides } from '../hold/compare.ts';
import type { Found } from './fixture.ts';

/** What every file of fixtures is held to, but for its clauses: those of laws and the first of each page exist. */
const lints: readonly Lint[] = [titles, controls, prints, blunt];

export type Verification =
  /** How the tested side fails the case of the file. */
  | { readonly verdict: Verdict }
  /** Why the file is not written. */
  | { readonly doubt: string };

/** Whether two verdicts are one, as far as one line tells. */
const alike = (a: Verdict, b: Verdict): boolean => a.verdict === b.verdict && a.reason === b.reason;

/** How often a case has to fail that draws numbers of its own each time. */
const TRIES = 12;
const isDrawn = ({ ops }: Case): boolean => callsIn(ops).some(({ op }) => pageOf(op)?.page.feature === 'random');

/**
 * Reads the file of a finding as `tconf run` does: it has to be sound, the side whose word counts has to pass it, and the tested
 * one has to fail it as told.
 */
export const verify = async (
  { name, text }: Found,
  told: Verdict,
  { tested, against }: Sides,
): Promise<Verification> => {
  const file = `${name}.json`;
  const { cases, faults } = readFixture(text, `findings/${name}`, file);
  const found = [...faults];
  for (const lint of lints) found.push(...(await lint.run({ cases, spec: [] })));
  if (found.length > 0) return { doubt: `a fixture would not be sound: ${faultLine(found[0]!)}` };
  const wrong = (await runCases(cases, cases, against)).find(({ verdict }) => verdict !== 'pass');
  if (wrong !== undefined)
    return { doubt: `${against.name} itself would not pass a fixture of it: ${wrong.message ?? wrong.verdict}` };
  let [again] = (await runCases(cases, cases, tested)) as [Verdict];
  for (let left = isDrawn(cases[0]!) ? TRIES : 1; alike(again, told); ) {
    if (--left === 0) return { verdict: again };
    [again] = (await runCases(cases, cases, tested)) as [Verdict];
  }
  return { doubt: `it did not happen again: ${again.message ?? again.verdict}` };
};
