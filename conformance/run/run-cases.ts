import { type JudgeOptions, judge, settleControls, settleConventions } from '../judge/index.ts';
import { missingFrom } from '../needs/index.ts';
import type { Case } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { Verdict, VerdictName } from '../values/verdict.ts';
import { heldTo, pytorchVersion } from '../versions/index.ts';
import { type Implementation, ImplementationFailed } from './implementation.ts';
import { requestOf } from './request.ts';
import { rerunAlone } from './rerun-alone.ts';

/** How cases are judged, and what is told meanwhile. */
export interface RunOptions extends JudgeOptions {
  /** Called as each case ends, in the order in which they end, before controls are settled; it took so many milliseconds. */
  readonly onVerdict?: (verdict: Verdict, took: number) => void;
  /** Ends the run before its end; its reason is why. */
  readonly signal?: AbortSignal;
  /** Whether a case was to end so, as one that is known to fail: then it is not run again. Default: none was. */
  readonly expected?: (verdict: Verdict) => boolean;
}

/**
 * The cases, and what they are judged beside, if they do not include it: the controls that they name, and the cases that
 * offer the same conventions, which hold throughout or not at all.
 */
export const withControls = (cases: readonly Case[], all: readonly Case[]): readonly Case[] => {
  const chosen = new Set(cases.map(({ id }) => id));
  const controls = new Set(cases.map(({ control }) => control));
  const conventions = new Set(cases.flatMap((one) => one.conventions.map(({ id }) => id)));
  const more = all.filter(
    (one) => !chosen.has(one.id) && (controls.has(one.id) || one.conventions.some(({ id }) => conventions.has(id))),
  );
  return more.length === 0 ? cases : [...cases, ...more];
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

/** What came of a run, which may have ended before all of its cases had. */
export interface Ran {
  /** One for each case that ended, in the order of the cases. */
  readonly verdicts: readonly Verdict[];
  /** Why the others have none: the reason of `signal`, or the `ImplementationFailed` that ended the run. */
  readonly stopped?: unknown;
}

/** Milliseconds after which other things get a turn, such as a signal that ends the run. */
const BREATH = 100;

/**
 * Runs cases on an implementation and judges them, until all have ended, or `signal` says, or the implementation fails.
 * `all` is the suite, from which controls are taken that were not chosen themselves; their own verdicts are not returned.
 */
export const runUntil = async (
  cases: readonly Case[],
  all: readonly Case[],
  implementation: Implementation,
  { onVerdict, signal, expected = () => false, ...options }: RunOptions = {},
): Promise<Ran> => {
  const running = withControls(cases, all);
  const verdicts = new Array<Verdict | undefined>(running.length);
  const before = new Map<string, string>();
  const pytorch = pytorchVersion(implementation);
  const promised: JudgeOptions = {
    ...options,
    ...(implementation.errors === undefined ? {} : { errors: implementation.errors }),
    ...(pytorch === undefined ? {} : { pytorch }),
  };
  let stopped: unknown;
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const stop = (why: unknown): void => {
    stopped ??= why;
    leave();
  };
  const aborted = (): void => stop(signal?.reason);
  signal?.addEventListener('abort', aborted, { once: true });
  if (signal?.aborted) aborted();
  const verdictOn = (one: Case, outcome: Outcome): Verdict => withOutput(judge(one, outcome, promised), outcome.output);
  let next = 0;
  let breath = performance.now();
  const lane = async (): Promise<void> => {
    while (next < running.length && stopped === undefined) {
      const i = next++;
      const one = running[i]!;
      const began = performance.now();
      if (began - breath > BREATH) {
        breath = began;
        await new Promise((resolve) => setTimeout(resolve));
      }
      const outcome = await outcomeOn(implementation, one);
      if (stopped !== undefined) return;
      const passed = performance.now() - began;
      // The worker's clock may be one that the library has put there.
      const took = outcome.took !== undefined && outcome.took >= 0 && outcome.took <= passed ? outcome.took : passed;
      const verdict = verdictOn(one, outcome);
      verdicts[i] = verdict;
      if (outcome.follows !== undefined) before.set(one.id, outcome.follows);
      if (i < cases.length) onVerdict?.(verdict, took);
    }
  };
  const failed = (error: unknown): void => {
    if (!(error instanceof ImplementationFailed)) throw error;
    stop(error);
  };
  const lanes = Array.from({ length: Math.min(implementation.ahead, running.length) }, () => lane().catch(failed));
  await Promise.race([Promise.all(lanes), left]);
  signal?.removeEventListener('abort', aborted);

  const ended = running.flatMap((one, i) => (verdicts[i] === undefined ? [] : [{ one, verdict: verdicts[i] }]));
  const { alone } = implementation;
  const byId = new Map(running.map((one) => [one.id, one]));
  const otherwise =
    alone === undefined || stopped !== undefined
      ? undefined
      : await rerunAlone(
          ended.map(({ verdict }) => verdict),
          {
            alone: async (id) => verdictOn(byId.get(id)!, await alone(requestOf(byId.get(id)!))),
            before: (id) => before.get(id),
            expected,
          },
        );
  const held = ended.map(({ one }) => heldTo(one, pytorch));
  const told = ended.map(({ one, verdict }) => otherwise?.get(one.id) ?? verdict);
  const settled = settleControls(held, settleConventions(held, told));
  const chosen = new Set(cases.map(({ id }) => id));
  return {
    verdicts: settled.filter(({ id }) => chosen.has(id)),
    ...(stopped === undefined ? {} : { stopped }),
  };
};

/** The same to the end: one verdict for each of `cases`, in their order. Rejects if the implementation fails. */
export const runCases = async (
  cases: readonly Case[],
  all: readonly Case[],
  implementation: Implementation,
  options: Omit<RunOptions, 'signal'> = {},
): Promise<readonly Verdict[]> => {
  const { verdicts, stopped } = await runUntil(cases, all, implementation, options);
  if (stopped !== undefined) throw stopped;
  return verdicts;
};
