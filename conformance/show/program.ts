import type { Case, Expected, Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';
import type { Dialect } from './dialect.ts';
import { earlierLines } from './earlier.ts';
import { expectedLines } from './expected.ts';

const outs = (out: string | readonly (string | null)[] | undefined): string[] =>
  [out ?? []].flat().filter((name) => name !== null) as string[];

/** The names that `record` collects under, and those that any other op or loop within a block binds. */
const boundWithin = (steps: readonly Step[], inBlock: boolean): { records: string[]; names: string[] } => {
  const records: string[] = [];
  const names: string[] = [];
  for (const step of steps) {
    if ('op' in step) (step.op === 'record' ? records : inBlock ? names : []).push(...outs(step.out));
    if ('for' in step) names.push(...outs(step.for));
    const inner = boundWithin(bodyOf(step), true);
    records.push(...inner.records);
    names.push(...inner.names);
  }
  return { records: [...new Set(records)], names: [...new Set(names)] };
};

const linesOf = (steps: readonly Step[], dialect: Dialect): string[] =>
  steps.flatMap((step) => {
    if ('op' in step) return dialect.op(step);
    const body = linesOf(bodyOf(step), dialect);
    if ('no_grad' in step) return dialect.noGrad(body);
    if ('try' in step) return dialect.tried(body);
    return 'repeat' in step ? dialect.repeat(step.repeat, body) : dialect.loop(step.for, step.of, body);
  });

const firstOf = (expected: Expected): Expected => (expected.either ? firstOf(expected.either[0]!) : expected);

/** The error that a case expects, and the top-level step in which it is raised. */
const errorOf = (c: Case) => {
  const error = c.expected.error ?? firstOf(c.expected).error;
  return error === undefined ? undefined : { kind: error.kind, at: [error.op].flat()[0]! };
};

/** The lines that set up and run a case, without what prints its results. */
export const statements = (c: Case, dialect: Dialect): string[] => {
  const { records, names } = boundWithin(c.ops, false);
  const inputs = Object.entries(c.inputs).map(([name, value]) => dialect.input(name, value, names.includes(name)));
  const error = errorOf(c);
  const declared = dialect.declare(
    names.filter((name) => !(name in c.inputs)),
    records,
  );
  if (error === undefined) return [...inputs, ...declared, ...linesOf(c.ops, dialect)];
  const before = linesOf(c.ops.slice(0, error.at), dialect);
  return [...inputs, ...declared, ...before, ...dialect.attempt(linesOf(c.ops.slice(error.at), dialect), error.kind)];
};

/** The lines that print what a case observes, each with what is expected of it. */
export const prints = (c: Case, dialect: Dialect): string[] => {
  const { records } = boundWithin(c.ops, false);
  const names = { ...firstOf(c.expected).names, ...c.expected.names };
  return Object.entries(names).flatMap(([path, expectation]) => [
    dialect.print(path, records.includes(path) && expectation.each === undefined),
    ...expectedLines(expectation).map(dialect.comment),
  ]);
};

/** A case as a whole program. */
export const program = (c: Case, dialect: Dialect): string => {
  const body = statements(c, dialect);
  const shown = prints(c, dialect);
  const note = [dialect.comment(c.id), dialect.comment(c.title.en)];
  const before = earlierLines(c).map(dialect.comment);
  const parts = [note, dialect.header(c, [...body, ...shown]), body, shown, before].filter((part) => part.length > 0);
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
};
