import type { Expectation } from '../values/case.ts';
import type { Host, Observation } from '../values/observation.ts';
import type { Mismatch } from '../values/verdict.ts';
import type { Cell } from './cell.ts';
import { broken, type Context, closest, type Finding, lacking, nothing, together, wrong } from './finding.ts';
import { judgeHost } from './host.ts';
import { judgeRelation } from './relation.ts';
import { judgeTensor, otherKind } from './tensor.ts';

const tensorFields = ['dtype', 'shape', 'data', 'distribution', 'below', 'above'] as const;

/** A sequence of host values, and what stands for a number, as a host value; undefined for what is none. */
const asHost = (seen: Observation): Host | undefined => {
  if (seen.kind === 'host') return seen.value;
  if (seen.kind === 'null') return null;
  if (seen.kind === 'tensor') return seen.host ? (seen.data[0] as Host) : undefined;
  const parts = seen.each.map(asHost);
  return parts.some((part) => part === undefined) ? undefined : (parts as Host);
};

const asSequence = (seen: Observation): readonly Observation[] | undefined => {
  if (seen.kind === 'sequence') return seen.each;
  if (seen.kind !== 'host' || !Array.isArray(seen.value)) return undefined;
  return seen.value.map((value: Host) => ({ kind: 'host', value }));
};

const judgeValue = (name: string, expectation: Expectation, seen: Observation, context: Context): Finding => {
  const got = asHost(seen);
  if (got === undefined) return otherKind(name, 'a host value', seen);
  return wrong(...judgeHost(name, expectation.value!, got, expectation.tolerance, context));
};

const judgeEach = (name: string, each: readonly Expectation[], seen: Observation, context: Context): Finding => {
  const parts = asSequence(seen);
  if (parts === undefined) return otherKind(name, `a sequence of ${each.length}`, seen);
  if (parts.length !== each.length)
    return otherKind(name, `a sequence of ${each.length}`, { kind: 'sequence', each: parts });
  const cellOf = (i: number): Cell => context.cell().items?.[i] ?? { ...context.cell(), dtype: each[i]!.dtype };
  return together(
    each.map((part, i) => judgeExpectation(`${name}[${i}]`, part, parts[i]!, { ...context, cell: () => cellOf(i) })),
  );
};

const judgePrints = (name: string, expectation: Expectation, seen: Observation): Finding => {
  const got = seen.kind === 'null' ? undefined : seen.prints;
  if (got === undefined) {
    const alone = Object.keys(expectation).length === 1;
    return alone ? lacking('print') : { ...nothing, notes: [`${name}: its printed form was not judged`] };
  }
  if (got === expectation.prints) return nothing;
  const mismatch: Mismatch = {
    reason: 'wrong_value',
    name,
    message: 'prints differently',
    expected: expectation.prints!,
    got,
  };
  return wrong(mismatch);
};

/** Judges one name. Every field that the expectation has must hold. */
export const judgeExpectation = (
  name: string,
  expectation: Expectation,
  seen: Observation,
  context: Context,
): Finding => {
  const findings: Finding[] = [];
  if (expectation.either !== undefined) {
    findings.push(closest(expectation.either.map((other) => judgeExpectation(name, other, seen, context))));
  }
  if (expectation.null && asHost(seen) !== null) findings.push(otherKind(name, 'nothing', seen));
  if (expectation.value !== undefined) findings.push(judgeValue(name, expectation, seen, context));
  if (expectation.each !== undefined) findings.push(judgeEach(name, expectation.each, seen, context));
  if (tensorFields.some((field) => expectation[field] !== undefined)) {
    findings.push(judgeTensor(name, expectation, seen, context));
  }
  if (expectation.equals !== undefined || expectation.differs !== undefined) {
    findings.push(judgeRelation(name, expectation, seen, context));
  }
  if (expectation.prints !== undefined) findings.push(judgePrints(name, expectation, seen));
  return together(findings);
};

/** Judges every name of a whole expectation against what was observed. */
export const judgeNames = (
  names: Readonly<Record<string, Expectation>>,
  values: Readonly<Record<string, Observation>>,
  contextOf: (name: string) => Context,
): Finding =>
  together(
    Object.entries(names).map(([name, expectation]) => {
      const seen = values[name];
      return seen === undefined
        ? broken(`nothing was observed of ${name}`)
        : judgeExpectation(name, expectation, seen, { ...contextOf(name), others: values });
    }),
  );
