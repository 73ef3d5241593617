/** What is told of a finding. */
import type { Colors } from 'picocolors/types.js';
import type { Case } from '../case.ts';
import { mismatchLines } from '../reporters/mismatch.ts';
import { shown, shownLines } from '../reporters/text.ts';
import { pythonOf, typescriptOf } from '../show/index.ts';
import type { Verdict } from '../verdict.ts';

export interface Told {
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

/** A finding, from what is wrong to what replays it; both results stand in the mismatches. */
export const findingLines = (told: Told, paint: Colors): string[] => {
  const { head, case: one, verdict, remarks = [], file, rerun } = told;
  const body = [
    ...verdictLines(verdict, paint),
    ...remarks.map((remark) => shown(remark, 400)),
    ...program('Python', pythonOf(one), paint),
    ...program('TypeScript', typescriptOf(one), paint),
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
