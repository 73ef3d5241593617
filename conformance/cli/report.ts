import { traceCauses, withCauses } from '../causes/index.ts';
import type { Tier } from '../compare/bound.ts';
import type { Suite } from '../load/suite.ts';
import {
  annotations,
  failsRun,
  pretty,
  type Report,
  type Run,
  resumeCommands,
  showsNothing,
  stopCommands,
} from '../reporters/index.ts';
import type { Shard } from '../select/shard.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { environmentHere } from './environment.ts';
import { EXIT, type Exit, Failure } from './failure.ts';
import { expectWritable, writeWhole } from './out-folder.ts';
import { reportContext } from './report-context.ts';
import { reporterNames, reportFiles, writesFiles } from './reporters.ts';
import type { Terminal } from './terminal.ts';

export interface ReportFlags {
  /** Names of reporters with commas between. */
  readonly reporter: string;
  readonly out: string;
  readonly tolerance: Tier;
}

/** A report that grows while the cases run, and ends with how the process ends. */
export interface Reporting {
  /** `took`: for how many milliseconds the case ran. */
  readonly onVerdict: (verdict: Verdict, took: number) => void;
  /** `run`: how it was run, if that was not here and now; `why`: it ended before its end, so that some cases have no verdict. */
  readonly finish: (
    verdicts: readonly Verdict[],
    adapter: Report['adapter'],
    more?: { readonly run?: Run | 'unknown'; readonly why?: string },
  ) => Promise<Exit>;
}

/** How a run ends by its verdicts. A run in which nothing could run is none; what a shard shows, the others may. */
const exitOf = (verdicts: readonly Verdict[], shard: Shard | undefined, terminal: Terminal): Exit => {
  if (verdicts.some(failsRun)) return EXIT.failed;
  if (shard !== undefined || !showsNothing(verdicts)) return EXIT.ok;
  terminal.err('no case passed: nothing of this could run, which says nothing of the library\n');
  return EXIT.incomplete;
};

/** Begins the report of a run of `cases`. `words` are the options with which a single case is run again. */
export const startReport = (
  flags: ReportFlags,
  suite: Suite,
  cases: readonly Case[],
  words: readonly string[],
  terminal: Terminal,
  { shard, repeat = 1 }: { readonly shard?: Shard | undefined; readonly repeat?: number | undefined } = {},
): Reporting => {
  const names = reporterNames(flags.reporter);
  if (writesFiles(names)) expectWritable(flags.out);
  const times = new Map<string, number>();
  const context = reportContext(suite, words, times);
  const began = performance.now();
  const screen = names.has('pretty') ? pretty(terminal, context) : undefined;
  const github = names.has('github');
  screen?.start(cases.length * repeat);
  return {
    onVerdict: (verdict, took) => {
      times.set(verdict.id, took);
      screen?.verdict(verdict);
    },
    finish: async (verdicts, { name, version, url }, { run: given, why } = {}) => {
      if (why === undefined && verdicts.length !== cases.length)
        throw new Failure(EXIT.incomplete, `only ${verdicts.length} of ${cases.length} cases have a verdict`);
      const adapter = { name, ...(version === undefined ? {} : { version }), ...(url === undefined ? {} : { url }) };
      const duration = performance.now() - began;
      const { version: suiteVersion, digest } = suite;
      const run =
        given ??
        ({ began: context.began.toISOString(), duration: Math.round(duration), ...environmentHere() } as const);
      const ids = new Set(verdicts.map(({ id }) => id));
      const ended = why === undefined ? cases : cases.filter(({ id }) => ids.has(id));
      const causes = traceCauses(ended, verdicts);
      const report: Report = {
        suite: { version: suiteVersion, digest },
        adapter,
        tolerance: flags.tolerance,
        cases: ended,
        verdicts: withCauses(verdicts, causes),
        causes,
        ...(shard === undefined ? {} : { shard }),
        ...(why === undefined ? {} : { incomplete: { cases: cases.length, why } }),
        duration: run === 'unknown' ? duration : run.duration,
        ...(run === 'unknown' ? {} : { run }),
      };
      const token = crypto.randomUUID();
      if (github) terminal.out(stopCommands(token));
      screen?.end(report);
      if (github) terminal.out(resumeCommands(token) + annotations(report, context));
      if (writesFiles(names)) writeWhole(flags.out, await reportFiles(names, report, context));
      return exitOf(verdicts, shard, terminal);
    },
  };
};
