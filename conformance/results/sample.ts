import { type Results, results } from '../reporters/index.ts';
import { reportOf } from '../reporters/report-sample.ts';
import type { Shard } from '../select/shard.ts';
import type { Verdict } from '../values/verdict.ts';

/** The results of a run whose cases ended so; the ids are `ops/case/n0`, `ops/case/n1`, … unless they are given. */
export const resultsOf = (verdicts: readonly Partial<Verdict>[], shard?: Shard): Results => {
  const report = reportOf(verdicts, shard === undefined ? {} : { shard });
  const named = report.verdicts.map((verdict, i) => ({ ...verdict, id: verdicts[i]?.id ?? verdict.id }));
  return JSON.parse(JSON.stringify(results({ ...report, verdicts: named }))) as Results;
};
