import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Verdict } from '../values/verdict.ts';
import type { FailureContext } from './failure.ts';
import { findingLines, overviewLines } from './findings.ts';
import { disappearedLines, flakyLines, statefulLines, untrueLines } from './known.ts';
import { passedThrough } from './passed-through.ts';
import { Progress } from './progress.ts';
import { incompleteText, type Report } from './report.ts';
import { conventionLines, featureLines, totalLine, unsupportedLines } from './summary.ts';
import { shown } from './text.ts';

/** Where the report is written. */
export interface Screen {
  readonly out: (text: string) => void;
  /** A person watches: progress may be shown and overwritten. */
  readonly interactive: boolean;
  /** How wide it is, if it has a width: code is cut there. Else text is wrapped at 100. */
  readonly columns?: number;
  /** Colours are shown. Default: false. */
  readonly color?: boolean;
}

export type PrettyOptions = Pick<FailureContext, 'clause' | 'rerun'>;

/** The report that people read: progress while it runs, then every failure, then a summary. */
export interface Pretty {
  /** `cases`: how many will be run. */
  readonly start: (cases: number) => void;
  readonly verdict: (verdict: Verdict) => void;
  readonly end: (report: Report) => void;
}

const headLine = ({ adapter, suite, tolerance, shard }: Report, paint: Colors): string => {
  const who = [adapter.name, adapter.version ?? '']
    .map((part) => shown(part, 60))
    .join(' ')
    .trim();
  const part = shard === undefined ? '' : `, shard ${shard.index} of ${shard.of}`;
  return `${paint.bold(who)}  ${paint.dim(`suite ${suite.version} (${suite.digest.slice(0, 12)}), tolerance ${tolerance}${part}`)}`;
};

export const pretty = (screen: Screen, { clause, rerun }: PrettyOptions): Pretty => {
  const paint = picocolors.createColors(screen.color ?? false);
  const width = Math.min(120, Math.max(60, screen.columns ?? 100));
  const write = (lines: readonly string[]): void => screen.out(lines.map((line) => `${line}\n`).join(''));
  let progress: Progress | undefined;
  return {
    start: (cases) => {
      if (screen.interactive) progress = new Progress(screen.out, cases, paint);
    },
    verdict: (verdict) => progress?.step(verdict),
    end: (report) => {
      progress?.end();
      const { cases, verdicts } = report;
      write([headLine(report, paint)]);
      const cut = screen.columns === undefined ? {} : { cut: width };
      write(findingLines(report, { clause, rerun, paint, width, ...cut }));
      write(['', ...featureLines(cases, verdicts, paint)]);
      write([...unsupportedLines(verdicts, paint), ...conventionLines(verdicts, paint)]);
      const through = passedThrough(verdicts);
      write([...flakyLines(verdicts, paint), ...untrueLines(verdicts, paint), ...disappearedLines(verdicts, paint)]);
      write(statefulLines(verdicts, paint));
      write([...(through ? ['', through] : []), ...overviewLines(report, paint), '', totalLine(report, paint)]);
      if (report.incomplete !== undefined)
        write([paint.red(`INCOMPLETE  ${shown(incompleteText(report.incomplete))}`)]);
    },
  };
};
