/** What is told of a finding. */
import type { Colors } from 'picocolors/types.js';
import { raisedIn, withoutNumbers } from '../../causes/index.ts';
import { mismatchLines } from '../../reporters/mismatch.ts';
import { shown, shownLines } from '../../reporters/text.ts';
import { pythonOf, typescriptOf } from '../../show/index.ts';
import { snippet } from '../../show/snippet.ts';
import type { Case } from '../../values/case.ts';
import type { Verdict } from '../../values/verdict.ts';

export interface FindingReport {
  /** What is wrong, in a few words. */
  readonly head: string;
  readonly case: Case;
  readonly verdict: Verdict;
  /** What has to be known to read the program: whose results stand in it. */
  readonly remarks?: readonly string[];
  /** The file that it was written to; absent if no fixture says it. */
  readonly file?: string;
  /** The command that shows it again. */
  readonly rerun: string;
}

const verdictLines = ({ mismatches = [], message, output }: Verdict, paint: Colors): string[] => [
  ...(mismatches.length > 0
    ? mismatches.flatMap((one) => mismatchLines(one, paint))
    : [shown(message ?? '', 400)].filter((line) => line !== '')),
  ...(output === undefined
    ? []
    : ['written meanwhile:', ...shownLines(output.trimEnd(), 1000).map((line) => `> ${line}`)]),
];

const program = (language: string, text: string, paint: Colors): string[] => [
  '',
  paint.bold(language),
  ...text.trimEnd().split('\n'),
];

/** How many lines a program may have to be told in both languages. */
const SHORT = 30;

/** The program; a long one that stands in a file as three lines, and how to see it whole. */
const programs = ({ case: one, file }: FindingReport, paint: Colors): string[] => {
  const python = pythonOf(one);
  if (file === undefined || python.split('\n').length <= SHORT)
    return [...program('Python', python, paint), ...program('TypeScript', typescriptOf(one), paint)];
  const whole = `npx tconf show ${one.id} --fixtures ${file}`;
  return ['', ...snippet(one, 116, 1000).map((line) => `${paint.dim('│')} ${line}`), paint.dim(`│ whole: ${whole}`)];
};

/**
 * What a finding comes down to where that is plain: an op that raises, a worker that dies, in words without numbers. Undefined for
 * a value, of which there may be several reasons.
 */
export const sourceOf = ({ case: one, verdict }: Pick<FindingReport, 'case' | 'verdict'>): string | undefined => {
  if (verdict.verdict !== 'fail') return `${verdict.verdict} ${withoutNumbers(verdict.message ?? '')}`;
  const raised = raisedIn(one, verdict);
  return raised && `${raised.op} ${raised.said}`;
};

/** A finding that comes down to the same as one that was told before. */
export const sameLines = ({ head, verdict, file, rerun }: FindingReport, before: string, paint: Colors): string[] => [
  `${paint.bold(paint.red('FINDING'))}  ${paint.bold(head)}  as ${before}`,
  `  ${shown(verdict.message ?? '', 200)}`,
  `  ${file === undefined ? `${paint.dim('rerun')}    ${rerun}` : `${paint.dim('written')}  ${file}`}`,
  '',
];

/** A finding, from what is wrong to what replays it; both results stand in the mismatches. */
export const findingLines = (told: FindingReport, paint: Colors): string[] => {
  const { head, verdict, remarks = [], file, rerun } = told;
  const body = [
    ...verdictLines(verdict, paint),
    ...remarks.map((remark) => shown(remark, 400)),
    ...programs(told, paint),
    '',
    ...(file === undefined ? [] : [`${paint.dim('written')}  ${file}`]),
    `${paint.dim('rerun')}    ${rerun}`,
  ];
  return [
    `${paint.bold(paint.red('FINDING'))}  ${paint.bold(head)}`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '',
  ];
};
