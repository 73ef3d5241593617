import type { Case } from '../case.ts';
import type { Suite } from '../load/suite.ts';
import type { Implementation } from '../run/implementation.ts';
import type { Verdict } from '../verdict.ts';
import { EXIT, type Exit } from './failure.ts';
import type { Terminal } from './terminal.ts';

export interface ReportFlags {
  readonly reporter: string;
  readonly out: string;
}

export interface Report {
  readonly onVerdict: (verdict: Verdict) => void;
  readonly finish: (verdicts: readonly Verdict[], implementation: Implementation) => Promise<Exit>;
}

/** What ends a run with exit code 1. */
const FAILED: ReadonlySet<Verdict['verdict']> = new Set(['fail', 'xpass', 'error', 'timeout', 'crash']);

/** How a run ends by its verdicts. */
export const exitOf = (verdicts: readonly Verdict[]): Exit =>
  verdicts.some(({ verdict }) => FAILED.has(verdict)) ? EXIT.failed : EXIT.ok;

export const startReport = async (
  _flags: ReportFlags,
  _suite: Suite,
  _cases: readonly Case[],
  terminal: Terminal,
): Promise<Report> => ({
  onVerdict: (v) => {
    if (v.verdict !== 'pass') terminal.out(`${v.verdict} ${v.id} ${v.reason ?? ''} ${v.message ?? ''}\n`);
  },
  finish: async (verdicts) => {
    const totals: Record<string, number> = {};
    for (const { verdict } of verdicts) totals[verdict] = (totals[verdict] ?? 0) + 1;
    terminal.out(`${JSON.stringify(totals)}\n`);
    return exitOf(verdicts);
  },
});
