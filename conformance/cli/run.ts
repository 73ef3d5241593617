import type { Suite } from '../load/suite.ts';
import { failsRun } from '../reporters/index.ts';
import { counted } from '../reporters/text.ts';
import type { Implementation } from '../run/implementation.ts';
import { mergeRuns } from '../run/repeat.ts';
import { type Ran, type RunOptions, runUntil } from '../run/run-cases.ts';
import { parseShard, type Shard, shardOf } from '../select/shard.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { chosenCases } from './cases.ts';
import type { ConfigFlags } from './config.ts';
import { EXIT, type Exit, Failure, usage } from './failure.ts';
import { asFailure, type ImplementationFlags, startImplementation } from './implementation.ts';
import { stopper } from './interrupt.ts';
import { type KnownFlags, knownFailures } from './known.ts';
import { type ReportFlags, startReport } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface RunFlags extends ReportFlags, ImplementationFlags, KnownFlags, ConfigFlags {
  readonly adapter: string;
  readonly command?: string;
  readonly fixtures?: string;
  /** `i/n`: only this part of the chosen cases. */
  readonly shard?: string;
  /** How often each case is run. */
  readonly repeat?: number;
  /** The first case that fails ends the run. */
  readonly failFast?: boolean;
}

/** Why a run has ended that its first failure was to end. */
const FAIL_FAST = '--fail-fast';

/** The options that a rerun of one case needs: those that the configuration does not give it anyway. */
const rerunWords = (flags: RunFlags): string[] => {
  const { known, configured } = flags;
  const word = (name: 'adapter' | 'command' | 'fixtures' | 'tolerance' | 'config', usual?: string): string[] => {
    const value = flags[name];
    return value === undefined || value === usual || configured?.has(name) ? [] : [`--${name}`, value];
  };
  return [
    ...(flags.command === undefined ? word('adapter', 'reference') : word('command')),
    ...word('fixtures'),
    ...(known === false ? ['--no-known'] : known === undefined || configured?.has('known') ? [] : ['--known', known]),
    ...word('tolerance', 'standard'),
    ...word('config'),
  ];
};

/** The part of the cases that `--shard` names. */
const partOf = (
  cases: readonly Case[],
  flag: string | undefined,
): { readonly cases: readonly Case[]; readonly shard?: Shard } => {
  if (flag === undefined) return { cases };
  const part = parseShard(flag);
  if (part === undefined)
    throw usage(`no shard ${JSON.stringify(flag)}; expected i/n, such as 1/4, with i from 1 to n`);
  const own = shardOf(cases, part);
  if (own.length === 0) throw usage(`the shard ${flag} of ${counted(cases.length, 'case')} is empty`);
  return { cases: own, shard: { ...part, cases: cases.length } };
};

/** Why a run is not one of the whole suite, if it is not. */
const partial = (patterns: readonly string[], { shard }: RunFlags): string | undefined => {
  if (patterns.length > 0) return `only some cases were chosen: ${patterns.join(' ')}`;
  return shard === undefined ? undefined : `--shard ${shard} is a part`;
};

/** Runs the cases as often as they are to be run, or until something ends the run. A run that is cut counts if it is the only one. */
const runAll = async (
  { cases, suite, repeat = 1 }: { readonly cases: readonly Case[]; readonly suite: Suite; readonly repeat?: number },
  implementation: Implementation,
  options: RunOptions,
): Promise<Ran> => {
  const runs: (readonly Verdict[])[] = [];
  let stopped: unknown;
  while (runs.length < repeat && stopped === undefined) {
    const ran = await runUntil(cases, suite.cases, implementation, options);
    stopped = ran.stopped;
    if (stopped === undefined || runs.length === 0) runs.push(ran.verdicts);
  }
  return { verdicts: mergeRuns(runs), ...(stopped === undefined ? {} : { stopped }) };
};

/** `tconf run [patterns…]`: runs the chosen cases on a library, reports, and says by its exit code how it went. */
export const runCommand = async (patterns: readonly string[], flags: RunFlags, terminal: Terminal): Promise<Exit> => {
  const { suite, cases: chosen } = chosenCases(patterns, flags.fixtures);
  const { cases, shard } = partOf(chosen, flags.shard);
  const known = knownFailures(flags, suite, partial(patterns, flags));
  const report = startReport(flags, suite, cases, rerunWords(flags), terminal, { shard, repeat: flags.repeat });
  const what =
    flags.command === undefined ? `the adapter ${flags.adapter}` : `the command ${JSON.stringify(flags.command)}`;
  const { signal, stop, done } = stopper();
  const onVerdict = (verdict: Verdict, took: number): void => {
    const settled = known.settle(verdict);
    report.onVerdict(settled, took);
    if (flags.failFast && failsRun(settled)) stop(FAIL_FAST);
  };
  const expected = (verdict: Verdict): boolean => known.settle(verdict).verdict === 'xfail';
  try {
    const implementation = await startImplementation(flags);
    try {
      const options = { tier: flags.tolerance, onVerdict, expected, signal };
      const { repeat } = flags;
      const set = { cases, suite, ...(repeat === undefined ? {} : { repeat }) };
      const { verdicts, stopped } = await runAll(set, implementation, options);
      if (stopped !== undefined) {
        const why = stopped instanceof Error ? stopped.message : String(stopped);
        await report.finish(known.settleAll(verdicts), implementation, { why });
        throw stopped;
      }
      if (known.update === undefined) {
        const exit = await report.finish(known.settleAll(verdicts), implementation);
        if (known.advice !== undefined && partial(patterns, flags) === undefined) terminal.err(`${known.advice}\n`);
        return exit;
      }
      const updated = known.update(verdicts);
      const exit = await report.finish(updated.verdicts, implementation);
      terminal.err(updated.said);
      return exit;
    } finally {
      await implementation.close();
    }
  } catch (error) {
    if (error === FAIL_FAST) return EXIT.failed;
    if (signal.aborted) throw new Failure(EXIT.incomplete, `the run was ${signal.reason}`, error);
    throw asFailure(error, what);
  } finally {
    done();
  }
};
