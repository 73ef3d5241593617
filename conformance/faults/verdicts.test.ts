import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import type { Verdict } from '../values/verdict.ts';
import alwaysThrows from './always-throws.ts';
import constant from './constant.ts';
import consumesInputs from './consumes-inputs.ts';
import dropsBroadcast from './drops-broadcast.ts';
import echo from './echo.ts';
import type { Fake } from './every-op.ts';
import flaky from './flaky.ts';
import lies from './lies-about-features.ts';
import mutatesInputs from './mutates-inputs.ts';
import nothing from './null.ts';
import staleResults from './stale-results.ts';
import wrongDtype from './wrong-dtype.ts';
import wrongShape from './wrong-shape.ts';

const { cases } = loadSuite(fileURLToPath(new URL('cases', import.meta.url)));

/** The reason of a failure, or the verdict, by the last part of the id; without those that pass. */
const endsOf = (verdicts: readonly Verdict[]): Record<string, string> => {
  const wrong = verdicts.filter(({ verdict }) => verdict !== 'pass');
  return Object.fromEntries(wrong.map(({ id, verdict, reason }) => [id.split('/')[2]!, reason ?? verdict]));
};
const run = async (fake: Fake) => endsOf(await runCases(cases, cases, await inProcess(fake)));

/** The same end for every case, but for those that are named. */
const all = (end: string, but: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    cases
      .map(({ id }) => id.split('/')[2]!)
      .map((id) => [id, but[id] ?? end])
      .filter(([, one]) => one !== 'pass'),
  );

const deserved: readonly [Fake, Record<string, string>][] = [
  [echo, all('wrong_value', { broadcasts: 'wrong_shape', refuses: 'should_have_thrown', draws: 'threw' })],
  [constant, all('wrong_shape', { refuses: 'should_have_thrown' })],
  [nothing, all('error', {})],
  [alwaysThrows, all('threw', { refuses: 'vacuous' })],
  // The gradient has the shape of what it is the gradient of.
  [wrongShape, all('wrong_shape', { refuses: 'vacuous', gradient: 'pass' })],
  [wrongDtype, all('wrong_dtype', { refuses: 'vacuous', gradient: 'pass', float64: 'pass' })],
  [lies, { float64: 'wrong_dtype', refuses: 'wrong_error', prints: 'wrong_value', draws: 'wrong_value' }],
  [mutatesInputs, { 'keeps-its-operands': 'wrong_value' }],
  [consumesInputs, { 'keeps-its-operands': 'threw' }],
  [dropsBroadcast, { broadcasts: 'wrong_shape', refuses: 'should_have_thrown' }],
];
test.each(deserved.map(([fake, ends]) => [fake.name, fake, ends] as const))(
  '%s gets the verdicts that it deserves',
  async (_, fake, ends) => {
    expect(await run(fake)).toEqual(ends);
  },
);

test('stale-results is right about the first case of an op, and wrong about the others', async () => {
  expect(await run(staleResults)).toEqual({
    broadcasts: 'wrong_shape',
    refuses: 'should_have_thrown',
    // Those of `mul` and of `sub`, which other cases have called before.
    float64: 'wrong_shape',
    gradient: 'threw',
    prints: 'wrong_dtype',
  });
});

test('flaky passes at first, and fails when it is run again', async () => {
  expect([await run(flaky), await run(flaky), await run(flaky)]).toEqual([
    {},
    { 'takes-the-absolute-value': 'wrong_value' },
    {},
  ]);
});
