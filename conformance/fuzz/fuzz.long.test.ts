import { describe, expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { wrongOp } from '../faults/laws/fault.ts';
import { readFixture } from '../load/fixture.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import { callsIn } from '../values/steps.ts';
import { fixedWords } from './draw/words-sample.ts';
import { type Fuzzed, fuzz } from './fuzz.ts';
import { fixtureOf } from './tell/fixture.ts';

const against = await inProcess(reference);
const SEED = 4;

/** A library that differs from the reference in one op. */
const faulty = (op: string, wrong: Parameters<typeof wrongOp>[1]): Promise<Implementation> =>
  inProcess(wrongOp(op, wrong)());
const find = async (tested: Implementation, runs = 300, seed = SEED): Promise<Fuzzed> =>
  fuzz({ tested, against }, { seed, runs, words: fixedWords });

test('the reference agrees with itself, in what it gives and in what it refuses', async () => {
  const all = { seed: SEED, runs: 600 };
  const { ran, agreed, raised, findings, skipped } = await fuzz({ tested: against, against }, all);
  expect([ran, findings, skipped.size]).toEqual([600, [], 0]);
  expect(agreed).toBe(600);
  expect(raised).toBeGreaterThan(50);
});

describe('a planted fault is found, shrunk to two ops at most, and replayed by its fixture', () => {
  test.each<[string, string, Parameters<typeof wrongOp>[1]]>([
    ['sum', 'wrong_shape', (right) => (x, o) => right(x, { ...(o as object), keepdim: false })],
    ['mul', 'wrong_value', (right) => (a, b, o) => right(right(a, b, o), right(a, b, o), o)],
    ['softmax', 'wrong_value', (right) => (x, o) => right(x, { ...(o as object), dim: 0 })],
    [
      'neg',
      'threw',
      () => () => {
        throw new Error('no such kernel');
      },
    ],
    ['gt', 'wrong_value', (right) => (a, b, o) => right(b, a, o)],
  ])('%s %s', async (op, reason, wrong) => {
    const tested = await faulty(op, wrong);
    const { findings } = await find(tested);
    const own = findings.filter(({ cause }) => cause.op.endsWith(op));
    expect(own.map(({ cause }) => cause.reason)).toContain(reason);
    for (const { difference, cause } of own) {
      expect(callsIn(difference.program.ops).filter((step) => step.op !== 'backward').length).toBeLessThanOrEqual(2);
      const found = { name: 'found', title: `${cause.op} does what it does`, op: cause.op };
      const { text } = await fixtureOf(difference.case, found, { tested, against });
      const { cases, faults } = readFixture(text, 'fuzz/found', 'found.json');
      expect(faults).toEqual([]);
      const verdicts = await runCases(cases, cases, tested);
      expect(verdicts[0]).toMatchObject({ verdict: difference.verdict.verdict });
      expect((await runCases(cases, cases, against))[0]!.verdict).toBe('pass');
    }
  });
});

test('numbers and shapes are as small as they can be', async () => {
  const tested = await faulty('sum', (right) => (x, o) => right(x, { ...(o as object), keepdim: false }));
  const { findings } = await find(tested);
  const { program } = findings.find(({ cause }) => cause.reason === 'wrong_shape')!.difference;
  expect(JSON.stringify(program).length).toBeLessThan(260);
});

test('what an op accepts that has to be refused is a finding, with a control on which it succeeds', async () => {
  const tested = await faulty('mm', (right) => (a, b, o) => {
    try {
      return right(a, b, o);
    } catch {
      return a;
    }
  });
  const { findings } = await find(tested, 3000);
  const finding = findings.find(({ cause }) => cause.op === 'mm')!;
  expect(finding.cause.reason).toBe('should_have_thrown');
  const fixture = await fixtureOf(
    finding.difference.case,
    { name: 'mm', title: 'mm refuses', op: 'mm' },
    { tested, against },
  );
  const { cases } = readFixture(fixture.text, 'fuzz/mm', 'mm.json');
  const verdicts = await runCases(cases, cases, tested);
  expect(verdicts.map(({ verdict, reason }) => reason ?? verdict)).toEqual(['should_have_thrown', 'pass']);
});

test('programs that fail for one reason are one finding, which counts them', async () => {
  const { findings } = await find(await faulty('exp', (right) => (x, o) => right(right(x, o), o)));
  const own = findings.filter(({ cause }) => cause.op === 'exp' && cause.reason === 'wrong_value');
  expect(own).toHaveLength(1);
  expect(own[0]!.count).toBeGreaterThan(5);
});

test('the same seed gives the same findings, however many cases run at once', async () => {
  const tested = await faulty('mul', (right) => (a, b, o) => right(right(a, b, o), 1.5, o));
  const once = await find(tested, 300);
  const again = await fuzz(
    { tested: { ...tested, ahead: 7 }, against: { ...against, ahead: 3 } },
    { seed: SEED, runs: 300, words: fixedWords },
  );
  expect(again).toEqual(once);
});

test('fewer runs, and a time that is up, give the first programs of more runs', async () => {
  const tested = await faulty('sign', (right) => (x, o) => right(right(x, o), o));
  const short = await fuzz({ tested, against }, { seed: SEED, runs: 10_000, words: fixedWords, expired: () => true });
  expect(short.ran).toBe(128);
  expect(short).toEqual(await find(tested, 128));
});

describe('a worker that dies, or does not answer, is a finding and shrinks too', () => {
  test.each([
    [{ status: 'crash', message: 'gone' }, 'crash'],
    [{ status: 'timeout', after: 5 }, 'timeout'],
  ] as const)('%j', async (outcome, reason) => {
    const tested: Implementation = {
      ...against,
      run: (request) =>
        JSON.stringify(request.ops).includes('"cumsum"') ? Promise.resolve(outcome) : against.run(request),
    };
    for (let seed = 1; seed <= 8; seed++) {
      const { findings } = await find(tested, 200, seed);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({
        cause: { op: 'cumsum', reason },
        difference: { verdict: { verdict: reason } },
      });
      expect(findings[0]!.difference.program.ops).toHaveLength(1);
    }
  });
});
