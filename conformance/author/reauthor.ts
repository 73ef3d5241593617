/** Asks PyTorch again for what a case expects already, and keeps what it still gives. */
import type { Dtype, Element, Expectation, Nested, Request } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Observation } from '../values/observation.ts';
import { repeatsOf, withData } from '../values/repeats.ts';
import { round } from '../values/round.ts';
import { type Draft, draws, inputsOf, type Oracle, raised, valuesOf } from './author.ts';
import { shortened, written } from './expectation.ts';

export interface Reauthored {
  readonly expected: Draft['expected'];
  /** What is no longer so, one line each, with what it was and what it is. */
  readonly moved: readonly string[];
}

/**
 * A value stays if it is PyTorch's float64 rounded once, or what PyTorch computes in the case's own dtypes; another one is
 * replaced. Texts and errors are told and stay, as do tolerances, distributions, bounds and alternatives.
 */
export async function reauthor(one: Draft, oracle: Oracle): Promise<Reauthored> {
  if ('either' in one.expected) return { expected: one.expected, moved: [] };
  const names = Object.keys(one.expected).filter((name) => name !== 'error');
  const request: Request = {
    id: one.id,
    inputs: inputsOf(one),
    ops: one.ops,
    observe: names.map((name) => ('prints' in of(one, name) ? { name, prints: true as const } : { name })),
  };
  const own = await oracle.own(request);
  const moved: string[] = [];
  const error = raised(own, 'error' in one.expected);
  if (error !== undefined && !same(error, one.expected.error))
    moved.push(`error: ${JSON.stringify(one.expected.error)}, now ${JSON.stringify(error)}`);
  const seeded = draws(one.ops);
  const [wide, precise] = seeded
    ? [{}, {}]
    : [valuesOf(await oracle.wide(request)), valuesOf(await oracle.precise(request))];
  const expected: Record<string, unknown> = { ...one.expected };
  for (const name of names) {
    const seen = valuesOf(own)[name];
    if (seen === undefined) {
      moved.push(`${name}: holds nothing now`);
      continue;
    }
    const isDouble = seen.kind === 'tensor' && seen.dtype === 'float64';
    const exact = isDouble ? (precise[name] ?? wide[name]) : wide[name];
    const [revised, remarks] = revise(of(one, name), seen, exact);
    expected[name] = revised;
    moved.push(...remarks.map((remark) => `${name}: ${remark}`));
  }
  return { expected, moved };
}

const of = ({ expected }: Draft, name: string): Expectation => withData(expected[name] as Expectation);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function revise(
  before: Expectation,
  own: Observation,
  exact: Observation | undefined,
): readonly [Expectation, readonly string[]] {
  if (before.each !== undefined && own.kind === 'sequence') {
    const wide = exact?.kind === 'sequence' ? exact.each : [];
    const parts = before.each.map((part, i) => revise(part, own.each[i]!, wide[i]));
    const remarks = parts.flatMap(([, lines], i) => lines.map((line) => `${i}: ${line}`));
    return [{ ...before, each: parts.map(([part]) => part) }, [...remarks, ...textMoved(before, own)]];
  }
  const [plain, rounded] = [written(own, undefined).expectation, written(own, exact).expectation];
  const remarks = textMoved(before, own);
  const revised: Record<string, unknown> = { ...before };
  for (const field of ['dtype', 'shape', 'data', 'value', 'null'] as const) {
    if (before[field] === undefined) continue;
    const was = field === 'data' && own.kind === 'tensor' ? normal(before.data!, own.dtype) : before[field];
    if (same(was, rounded[field]) || same(was, plain[field])) continue;
    remarks.push(`${field} ${JSON.stringify(before[field])}, now ${JSON.stringify(rounded[field])}`);
    revised[field] = rounded[field];
  }
  return [inFewWords(before, revised as Expectation), remarks];
}

/** What the file wrote in few words is written so again, if it still repeats. */
const inFewWords = (before: Expectation, revised: Expectation): Expectation => {
  const repeats = repeatsOf(before);
  if (repeats === undefined) return revised;
  if (revised.data !== before.data) return shortened(revised) as Expectation;
  const { dtype, shape, data: _, ...rest } = revised;
  return { dtype, shape, repeats, ...rest } as Expectation;
};

const textMoved = (before: Expectation, own: Observation): string[] => {
  const now = 'prints' in own ? own.prints : undefined;
  return before.prints === undefined || before.prints === now
    ? []
    : [`prints ${JSON.stringify(before.prints)}, now ${JSON.stringify(now)}`];
};

/** A number may be written with more digits than its dtype keeps. */
const normal = (data: Nested<Element>, dtype: Dtype): unknown => {
  if (Array.isArray(data)) return data.map((part: Nested<Element>) => normal(part, dtype));
  if (typeof data !== 'number' || !isFloat(dtype)) return data;
  return (written({ kind: 'tensor', dtype, shape: [], data: [round(data, dtype)] }, undefined).expectation.data ??
    data) as unknown;
};
