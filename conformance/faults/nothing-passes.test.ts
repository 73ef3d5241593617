import { expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import type { Case, Expectation, Step, TensorValue } from '../values/case.ts';
import { decode, flatten } from '../values/element.ts';
import constant from './constant.ts';
import echo from './echo.ts';
import type { Fake } from './every-op.ts';
import nothing from './null.ts';

const { cases } = loadSuite();

/** Ops that the suite does itself as long as they are about sequences of the host language. */
const ofTheHost: ReadonlySet<string> = new Set(['tuple', 'list', 'len', 'getitem']);
const callsTheLibrary = (step: Step): boolean => !('op' in step) || !ofTheHost.has(step.op);

/** −0 counts as 0, as it does in the default tolerance. */
const elementsOf = ({ data, dtype = 'float32' }: Expectation): string =>
  flatten(data!)
    .map((element) => String(decode(element, dtype)))
    .join();
const same = (one: TensorValue, other: Expectation): boolean =>
  one.dtype === other.dtype && `${one.shape}` === `${other.shape}` && elementsOf(one) === elementsOf(other);

/** It holds at least one element, or bounds on elements, and these are not what one of the inputs holds anyhow. */
const isComputed = (expected: Expectation, inputs: readonly TensorValue[]): boolean => {
  const { data, value, each = [], either = [], distribution, differs, below, above } = expected;
  if ([...each, ...either].some((one) => isComputed(one, inputs))) return true;
  if (data !== undefined)
    return JSON.stringify(data).match(/[^[\],]/) !== null && !inputs.some((x) => same(x, expected));
  return [value, distribution, differs, below, above].some((one) => one !== undefined);
};

/** The case expects a value that the library has to compute. */
const assertsValue = ({ inputs, ops, expected }: Case): boolean => {
  const all = [expected, ...(expected.either ?? [])].flatMap(({ names }) => Object.values(names));
  return ops.some(callsTheLibrary) && all.some((one) => isComputed(one, Object.values(inputs)));
};

/** The answer of `echo` is right where a container of nothing gives back what it is given. */
const rightAnswers: ReadonlySet<string> = new Set(['ops/nn.Sequential/an-empty-sequence-returns-its-input']);

test('nearly every case asserts a value or an error', () => {
  const loose = cases.filter((one) => !assertsValue(one) && one.expected.error === undefined);
  expect(loose.length / cases.length).toBeLessThan(0.15);
});

test.each([echo, constant, nothing])('$name passes no case that asserts a value or an error', async (fake) => {
  const verdicts = await runCases(cases, cases, await inProcess(fake));
  const passed = cases.filter((one, i) => {
    const { verdict, notes = [] } = verdicts[i]!;
    // What the suite does in a library's place is no merit of the library, and the report says so.
    if (verdict !== 'pass' || notes.some((note) => note.startsWith('done by the suite'))) return false;
    return (assertsValue(one) || one.expected.error !== undefined) && !rightAnswers.has(one.id);
  });
  expect(passed.map(({ id }) => id)).toEqual([]);
});

/** What it does nothing with is a tape: gradients are absent, and stay so. */
const withTape: Fake = {
  ...nothing,
  name: 'null with a tape',
  mutation: 'in-place',
  autograd: {
    kind: 'tape',
    requiresGrad: (x) => x,
    backward: () => {},
    grad: () => null,
    detach: () => null as never,
    noGrad: (run) => run(),
    zeroGrad: () => {},
  },
};
const { autograd: _, ...forward } = nothing;

test.each([nothing, withTape, { ...forward, name: 'null without gradients' }])('$name passes no case', async (fake) => {
  const verdicts = await runCases(cases, cases, await inProcess(fake));
  const passed = verdicts.filter(({ verdict }) => verdict === 'pass' || verdict === 'convention');
  expect(passed.map(({ id }) => id)).toEqual([]);
});

test('nothing is left to the suite alone: of every case something is the part of the library', async () => {
  const verdicts = await runCases(cases, cases, await inProcess(reference));
  expect(verdicts.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
});
