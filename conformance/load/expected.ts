import type { Expectation, Expected, ExpectedError, Step } from '../values/case.ts';
import { withData } from '../values/repeats.ts';
import { bodyOf } from '../values/steps.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkDistribution } from './distribution.ts';
import { child, type Report } from './fault.ts';
import type { Scope } from './scope.ts';
import { checkData, checkRepeats } from './tensor.ts';

/** `expected` as JSON holds it: names beside the reserved keys. */
export type ExpectedJson = { readonly [name: string]: unknown } & {
  readonly error?: ExpectedError;
  readonly either?: readonly ExpectedJson[];
};

export const mapped = <V>(table: Readonly<Record<string, V>>, f: (value: V) => V): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, f(value)]));

/** `expected` as a case holds it: the reserved keys apart from the names. */
export const readExpected = ({ error, either, ...names }: ExpectedJson): Expected => ({
  names: mapped(names as Readonly<Record<string, Expectation>>, expectationOf),
  ...(error === undefined ? {} : { error }),
  ...(either === undefined ? {} : { either: either.map(readExpected) }),
});

/** An expectation with the data of tensors that repeat a few numbers, at any depth. */
const expectationOf = (json: Expectation): Expectation => {
  const { each, either } = json;
  const own = withData(json);
  if (each === undefined && either === undefined) return own;
  return {
    ...own,
    ...(each && { each: each.map(expectationOf) }),
    ...(either && { either: either.map(expectationOf) }),
  };
};

/** Checks that another name may be read. */
type Read = (name: string, path: string) => void;

/** At most one of these says what the value itself is. */
const FORMS = ['data', 'repeats', 'value', 'each', 'null', 'distribution', 'equals', 'differs', 'either'] as const;

const checkExpectation = (expectation: Expectation, read: Read, path: string, report: Report): void => {
  const forms = FORMS.filter((form) => form in expectation);
  if (forms.length > 1) report(path, `expected one of ${forms.join(', ')}, got all of them`);
  const { repeats } = expectation as { readonly repeats?: readonly unknown[] };
  if (
    expectation.tolerance !== undefined &&
    !('data' in expectation || 'value' in expectation || repeats !== undefined)
  )
    report(child(path, 'tolerance'), 'expected "data", "repeats" or "value" beside a tolerance');
  if (repeats !== undefined)
    checkRepeats(expectation.dtype!, expectation.shape!, repeats, child(path, 'repeats'), report);
  if (expectation.data !== undefined)
    checkData(expectation.dtype!, expectation.shape!, expectation.data, child(path, 'data'), report);
  if (expectation.value !== undefined) checkNumbers(expectation.value, child(path, 'value'), report);
  if (expectation.distribution !== undefined) checkDistribution(expectation, child(path, 'distribution'), report);
  for (const form of ['each', 'either'] as const)
    for (const [i, inner] of (expectation[form] ?? []).entries())
      checkExpectation(inner, read, child(child(path, form), i), report);
  for (const relation of ['equals', 'differs'] as const)
    if (expectation[relation] !== undefined) read(expectation[relation], child(path, relation));
};

/** The op that an error's place points at, and whether it stands in a loop. */
const stepAt = (steps: readonly Step[], place: readonly number[], inLoop = false): [Step | undefined, boolean] => {
  const [first, ...rest] = place;
  const step = steps[first!];
  if (step === undefined || rest.length === 0) return [step, inLoop];
  return stepAt(bodyOf(step), rest, inLoop || 'repeat' in step || 'for' in step);
};

/** Whether a place is within a block that ends where an op raises, so that the case does not. */
const isTried = (steps: readonly Step[], [first, ...rest]: readonly number[]): boolean => {
  const step = steps[first!];
  return step !== undefined && rest.length > 0 && ('try' in step || isTried(bodyOf(step), rest));
};

/** The order of the op at a place, counted as `Scope.next` counts while the steps are read. */
const orderOf = (steps: readonly Step[], target: Step): number => {
  let order = 0;
  const visit = (list: readonly Step[]): boolean =>
    list.some((step) => {
      if ('op' in step || 'for' in step) order += 1;
      if (step === target) return true;
      return visit(bodyOf(step));
    });
  visit(steps);
  return order;
};

/** Where an error is expected: the order from which on nothing is bound, checked to be an op. */
const checkError = (error: ExpectedError, steps: readonly Step[], path: string, report: Report): number => {
  const [step, inLoop] = stepAt(steps, [error.op].flat());
  if (step === undefined || !('op' in step)) {
    report(child(path, 'op'), `expected the place of an op, got ${JSON.stringify(error.op)}, where there is none`);
    return Number.POSITIVE_INFINITY;
  }
  if (isTried(steps, [error.op].flat()))
    report(child(path, 'op'), 'expected an op outside "try", where an error ends the block and not the case');
  return inLoop ? Number.POSITIVE_INFINITY : orderOf(steps, step);
};

const SPARSE =
  'expected no more than "prints" of a sparse tensor: it is observed through to_dense, indices, values and layout';

/** Whether a name is what `to_sparse` gave. */
const isSparse = (name: string, steps: readonly Step[]): boolean =>
  steps.some((step) => {
    if ('op' in step) return step.op === 'to_sparse' && step.out === name;
    return isSparse(name, bodyOf(step));
  });

/** Checks what is expected after `steps`, whose names `scope` holds. */
export const checkExpected = (
  expected: ExpectedJson,
  steps: readonly Step[],
  scope: Scope,
  path: string,
  report: Report,
): void => {
  const { error, either, ...names } = expected;
  const until = error === undefined ? undefined : checkError(error, steps, child(path, 'error'), report);
  for (const [name, expectation] of Object.entries(names)) {
    scope.read(name, child(path, name), report, until);
    const read: Read = (other, at) => scope.read(other, at, report, until);
    checkExpectation(expectation as Expectation, read, child(path, name), report);
    if (isSparse(name, steps) && Object.keys(expectation as Expectation).some((key) => key !== 'prints'))
      report(child(path, name), SPARSE);
  }
  for (const [i, inner] of (either ?? []).entries())
    checkExpected(inner, steps, scope, child(child(path, 'either'), i), report);
};
