import type { Shard } from '../select/shard.ts';
import type { Verdict } from '../values/verdict.ts';
import { type Report, type Run, type Totals, totalsOf } from './report.ts';
import { cut } from './text.ts';

/** `results.json`: `spec/schema/report.schema.json`. */
export interface Results {
  readonly suite: { readonly version: string; readonly digest: string; readonly cases: number };
  readonly adapter: Report['adapter'];
  readonly tolerance: Report['tolerance'];
  readonly shard?: Shard;
  readonly run?: Run;
  readonly incomplete?: NonNullable<Report['incomplete']>;
  readonly totals: Totals;
  /** How many cases each finding explains: those that are about its cause, and others that use it. */
  readonly findings: readonly { readonly cause: string; readonly own: number; readonly others: number }[];
  readonly cases: readonly Verdict[];
}

/** The results of a run as data: only what JSON holds, and totals that add up to `suite.cases`. */
export const results = (report: Report): Results => {
  const { suite, adapter, tolerance, shard, run, incomplete, verdicts, causes } = report;
  const { name, version, url } = adapter;
  return {
    suite: { version: suite.version, digest: suite.digest, cases: verdicts.length },
    adapter: { name, ...(version === undefined ? {} : { version }), ...(url === undefined ? {} : { url }) },
    tolerance,
    ...(shard === undefined ? {} : { shard }),
    ...(run === undefined ? {} : { run }),
    ...(incomplete === undefined ? {} : { incomplete }),
    totals: totalsOf(verdicts),
    findings: causes.map(({ name: cause, own, others }) => ({ cause, own: own.length, others: others.length })),
    cases: verdicts,
  };
};

/** Text is kept as it was said, but not a megabyte of it. */
const kept = (_key: string, value: unknown): unknown => (typeof value === 'string' ? cut(value, 8000) : value);

/** The text of `results.json`: one case per line, so that two runs can be compared with line tools. */
export const resultsText = (report: Report): string => {
  const { cases, ...rest } = results(report);
  const head = JSON.stringify(rest, kept, 2).slice(0, -2);
  const lines = cases.map((verdict) => `    ${JSON.stringify(verdict, kept)}`);
  return `${head},\n  "cases": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
};
