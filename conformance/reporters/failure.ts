import type { Colors } from 'picocolors/types.js';
import { snippet } from '../show/snippet.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { mismatchLines } from './mismatch.ts';
import { shown, shownLines, wrapped } from './text.ts';

/** What a failure is told with, beyond its case and verdict. */
export interface FailureContext {
  /** The text of a clause, or undefined if the spec has none of this id. */
  readonly clause: (id: string) => string | undefined;
  /** The command that runs just this case again. */
  readonly rerun: (id: string) => string;
  readonly paint: Colors;
  /** Columns to write in. */
  readonly width: number;
  /** Where lines of code are cut. Default: nowhere, so that a log holds all that it takes to replay a case. */
  readonly cut?: number;
}

const indent = '  ';

const clauseLines = (rule: string, { clause, paint, width }: FailureContext): string[] => {
  const [first = '', ...rest] = wrapped(clause(rule) ?? '(the spec has no such clause)', width - rule.length - 4);
  const margin = ' '.repeat(rule.length + 2);
  return [`${paint.cyan(rule)}  ${first}`, ...rest.map((line) => margin + line)];
};

const verdictLines = ({ mismatches, message }: Verdict, paint: Colors): string[] => {
  if (mismatches !== undefined && mismatches.length > 0) return mismatches.flatMap((one) => mismatchLines(one, paint));
  return message === undefined ? [] : [shown(message, 400)];
};

/** The case in three lines of code; where they do not fit, the command that shows it whole. */
const codeLines = (c: Case, { paint, width, cut }: FailureContext): string[] => {
  const lines = snippet(c, width - 4, cut === undefined ? LONGEST : cut - 4);
  const whole = lines.some((line) => line.endsWith('…')) ? [paint.dim(`│ whole: npx tconf show ${c.id}`)] : [];
  return [...lines.map((line) => `${paint.dim('│')} ${line}`), ...whole];
};
/** A line of code in a log: hundreds of elements, not thousands. */
const LONGEST = 2000;

/** What the library wrote meanwhile, marked so that nobody takes it for the report. */
const outputLines = ({ output }: Verdict, paint: Colors): string[] =>
  output === undefined
    ? []
    : ['written meanwhile:', ...shownLines(output.trimEnd(), 2000).map((line) => `> ${line}`)].map(paint.dim);

/**
 * A failure, from what a reader needs first to what he needs last: id and reason, the clause, three lines of code, what
 * differs, and the command that shows it again.
 */
export const failureLines = (c: Case, verdict: Verdict, context: FailureContext): string[] => {
  const { paint } = context;
  const reason = verdict.reason ?? '';
  const blocks = [
    [c.title.en, ...c.rules.flatMap((rule) => clauseLines(rule, context))],
    codeLines(c, context),
    verdictLines(verdict, paint),
    (verdict.notes ?? []).map((note) => paint.dim(`note: ${shown(note)}`)),
    verdict.known?.untrue === undefined ? [] : [shown(verdict.known.untrue, 600)],
    outputLines(verdict, paint),
    [`${paint.dim('rerun')}  ${context.rerun(c.id)}`],
  ];
  const body = blocks.filter((block) => block.length > 0).flatMap((block, i) => (i === 0 ? block : ['', ...block]));
  return [
    `${paint.bold(paint.red(verdict.verdict.toUpperCase()))}  ${paint.bold(c.id)}${reason ? `  ${paint.red(reason)}` : ''}`,
    ...body.map((line) => (line === '' ? '' : indent + line)),
  ];
};
