import type { From } from '../results/index.ts';
import { mergedRun, mergeShards, NoResults, NotOneRun, readResults } from '../results/index.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, Failure, usage } from './failure.ts';
import { knownFailures } from './known.ts';
import { type ReportFlags, startReport } from './report.ts';
import type { Terminal } from './terminal.ts';

export interface MergeFlags extends Omit<ReportFlags, 'tolerance'> {
  readonly fixtures?: string;
  /** The known failures, which also say how many cases of each topic run: no shard can tell. */
  readonly known?: string | false;
}

/** What is wrong with files of results is a wrong call; a shard that is missing, an incomplete run. */
export const refused = (error: unknown): unknown => {
  if (error instanceof NoResults) return usage(error.message, error);
  if (!(error instanceof NotOneRun)) return error;
  return new Failure(error.incomplete ? EXIT.incomplete : EXIT.usage, `not merged: ${error.message}`, error);
};

/** `tconf merge <results…>`: one report of all shards of a run, as if it had been run in one piece. */
export const mergeCommand = async (
  files: readonly string[],
  { fixtures, known, ...flags }: MergeFlags,
  terminal: Terminal,
): Promise<Exit> => {
  try {
    const parts = files.map((file): From => ({ file, results: readResults(file) }));
    const { suite } = chosenCases([], fixtures);
    const floors = knownFailures(
      { ...(known !== undefined && { known }), ...(fixtures !== undefined && { fixtures }) },
      suite,
    );
    const { cases, verdicts } = mergeShards(parts, suite);
    const { adapter, tolerance } = parts[0]!.results;
    const words = [...(fixtures === undefined ? [] : ['--fixtures', fixtures]), '--adapter', 'ADAPTER'];
    const run = mergedRun(parts.map(({ results }) => results.run)) ?? 'unknown';
    return await startReport({ ...flags, tolerance }, suite, cases, words, terminal).finish(
      floors.settleFloors(verdicts),
      adapter,
      { run },
    );
  } catch (error) {
    throw refused(error);
  }
};
