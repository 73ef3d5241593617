import type { Colors } from 'picocolors/types.js';
import type { Element } from '../values/case.ts';
import type { Difference, Mismatch } from '../values/verdict.ts';
import { table } from './table.ts';
import { brief, counted, cut, plain, shown } from './text.ts';

const element = (value: Element): string => shown(String(value), 40);

/** The worst elements as a table; a column that says nothing is left out. */
export const differenceTable = (
  differences: readonly Difference[],
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const measures = (['abs', 'rel', 'ulp', 'allowed'] as const).filter((key) =>
    differences.some((d) => d[key] !== null),
  );
  const indexed = differences.some(({ index }) => index.length > 0);
  const rows = differences.map((d) => [
    ...(indexed ? [`[${d.index.join(', ')}]`] : []),
    element(d.expected),
    element(d.got),
    ...measures.map((key) => brief(d[key])),
  ]);
  return { head: [...(indexed ? ['index'] : []), 'expected', 'got', ...measures], rows };
};

const differenceLines = (differences: readonly Difference[], paint: Colors): string[] => {
  const { head, rows } = differenceTable(differences);
  const [first, ...rest] = table(
    [head, ...rows],
    head.map((name) => (name === 'index' ? 'left' : 'right')),
  );
  return [paint.dim(first!), ...rest];
};

/** `… and 7 more elements`, or nothing. */
export const leftOut = ({ count, differences = [] }: Mismatch): string[] => {
  const left = (count?.wrong ?? 0) - differences.length;
  return left > 0 ? [`… and ${counted(left, 'more element')}`] : [];
};

/** Two texts of several lines, one above the other. */
const textLines = (mismatch: Mismatch, paint: Colors): string[] =>
  (['expected', 'got'] as const).flatMap((side) =>
    cut(mismatch[side] ?? '', 2000)
      .split('\n')
      .map((line, i) => `${paint.dim((i === 0 ? side : '').padEnd(8))} ${paint.dim('│')} ${plain(line)}`),
  );

const isPrint = ({ message }: Mismatch): boolean => message === 'prints differently';

/** One mismatch under the name that it is about. */
export const mismatchLines = (mismatch: Mismatch, paint: Colors): string[] => {
  const { name, message, expected, got, differences = [] } = mismatch;
  const subject = paint.bold(plain(name));
  if (isPrint(mismatch)) return [`${subject}  ${message}`, ...textLines(mismatch, paint).map((line) => `  ${line}`)];
  const [what] = /^(?:shape|dtype)(?= is )/.exec(message) ?? [];
  if (what !== undefined) {
    return [`${subject}  ${what}  expected ${shown(expected ?? '')}, got ${paint.red(shown(got ?? ''))}`];
  }
  const said = name === 'error' ? shown(message) : `${subject}  ${shown(message)}`;
  const rows =
    differences.length > 0 ? [...differenceLines(differences, paint), ...leftOut(mismatch).map(paint.dim)] : [];
  return [said, ...rows.map((line) => `  ${line}`)];
};
