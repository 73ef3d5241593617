import type { Case } from '../case.ts';
import { type JudgeOptions, judge, settleControls } from '../judge/index.ts';
import { missingFrom } from '../needs/index.ts';
import type { Outcome } from '../observation.ts';
import type { Verdict, VerdictName } from '../verdict.ts';
import { heldTo, pytorchVersion } from '../versions/index.ts';
import type { Implementation } from './implementation.ts';
import { requestOf } from './request.ts';

export interface RunOptions extends JudgeOptions {
  /** Called as each case ends, in the order in which they end, before controls are settled; it took so many milliseconds. */
  readonly onVerdict?: (verdict: Verdict, took: number) => void;
}

/** The cases, and the controls that they name but do not include. */
export const withControls = (cases: readonly Case[], all: readonly Case[]): readonly Case[] => {
  const chosen = new Set(cases.map(({ id }) => id));
  const wanted = new Set(cases.map(({ control }) => control).filter((id) => id !== undefined && !chosen.has(id)));
  return wanted.size === 0 ? cases : [...cases, ...all.filter(({ id }) => wanted.has(id))];
};

/** How a case ends; one that needs what the implementation lacks is not run. */
const outcomeOn = async (implementation: Implementation, one: Case): Promise<Outcome> => {
  const what = missingFrom(implementation, one);
  return what === undefined ? implementation.run(requestOf(one)) : { status: 'unsupported', what };
};

/** What a library writes while a case goes well is its own affair. */
const quiet: ReadonlySet<VerdictName> = new Set(['pass', 'convention', 'unsupported']);
const withOutput = (verdict: Verdict, output: string | undefined): Verdict =>
  output === undefined || quiet.has(verdict.verdict) ? verdict : { ...verdict, output };

/**
 * Runs cases on an implementation and judges them: one verdict for each of `cases`, in their order. `all` is the suite,
 * from which controls are taken that were not chosen themselves; their own verdicts are not returned.
 */
export const runCases = async (
  cases: readonly Case[],
  all: readonly Case[],
  implementation: Implementation,
  { onVerdict, ...options }: RunOptions = {},
): Promise<readonly Verdict[]> => {
  const running = withControls(cases, all);
  const verdicts = new Array<Verdict>(running.length);
  const pytorch = pytorchVersion(implementation);
  const promised: JudgeOptions = {
    ...options,
    ...(implementation.errors === undefined ? {} : { errors: implementation.errors }),
    ...(pytorch === undefined ? {} : { pytorch }),
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < running.length) {
      const i = next++;
      const one = running[i]!;
      const began = performance.now();
      const outcome = await outcomeOn(implementation, one);
      const passed = performance.now() - began;
      // The worker's clock may be one that the library has put there.
      const took = outcome.took !== undefined && outcome.took >= 0 && outcome.took <= passed ? outcome.took : passed;
      const verdict = withOutput(judge(one, outcome, promised), outcome.output);
      verdicts[i] = verdict;
      if (i < cases.length) onVerdict?.(verdict, took);
    }
  };
  await Promise.all(Array.from({ length: Math.min(implementation.ahead, running.length) }, lane));
  const held = running.map((one) => heldTo(one, pytorch));
  return settleControls(held, verdicts).slice(0, cases.length);
};
