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
  /** The file it was written to, and the command that shows it again. */
  readonly file: string;
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

/** A finding, from what is wrong to the file that replays it; both results stand in the mismatches. */
export const findingLines = ({ head, case: one, verdict, file, rerun }: Told, paint: Colors): string[] => {
  const body = [
    ...verdictLines(verdict, paint),
    ...program('Python', pythonOf(one), paint),
    ...program('TypeScript', typescriptOf(one), paint),
    '',
    `${paint.dim('written')}  ${file}`,
    `${paint.dim('rerun')}    ${rerun}`,
  ];
  return [
    `${paint.bold(paint.red('FINDING'))}  ${paint.bold(head)}`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '',
  ];
};
