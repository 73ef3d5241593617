import { runCases } from '../run/run-cases.ts';
import { chosenCases } from './cases.ts';
import type { Exit } from './failure.ts';
import { asFailure, type ImplementationFlags, startImplementation } from './implementation.ts';
import { type ReportFlags, startReport } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface RunFlags extends ReportFlags, ImplementationFlags {
  readonly fixtures?: string;
}

/** The options that a rerun of one case needs. */
const rerunWords = ({ adapter, command, fixtures, tolerance }: RunFlags): string[] => [
  ...(command === undefined ? (adapter === 'reference' ? [] : ['--adapter', adapter]) : ['--command', command]),
  ...(fixtures === undefined ? [] : ['--fixtures', fixtures]),
  ...(tolerance === 'standard' ? [] : ['--tolerance', tolerance]),
];

/** `tconf run [patterns…]`: runs the chosen cases on a library, reports, and says by its exit code how it went. */
export const runCommand = async (patterns: readonly string[], flags: RunFlags, terminal: Terminal): Promise<Exit> => {
  const { suite, cases } = chosenCases(patterns, flags.fixtures);
  const report = startReport(flags, suite, cases, rerunWords(flags), terminal);
  const what =
    flags.command === undefined ? `the adapter ${flags.adapter}` : `the command ${JSON.stringify(flags.command)}`;
  try {
    const implementation = await startImplementation(flags);
    try {
      const options = { tier: flags.tolerance, onVerdict: report.onVerdict };
      const verdicts = await runCases(cases, suite.cases, implementation, options);
      return await report.finish(verdicts, implementation);
    } finally {
      await implementation.close();
    }
  } catch (error) {
    throw asFailure(error, what);
  }
};
