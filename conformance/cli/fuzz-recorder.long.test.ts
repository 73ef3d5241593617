import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { type Faulty, wrongOp } from '../faults/laws/fault.ts';
import { lawFaults } from '../faults/laws/index.ts';
import { fixedWords } from '../fuzz/draw/words-sample.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { causeOf } from '../fuzz/hold/cause.ts';
import { compare } from '../fuzz/hold/compare.ts';
import { check } from '../laws/check.ts';
import { laws } from '../laws/index.ts';
import { caseLints, runLints } from '../lint/index.ts';
import { faultLine } from '../load/fault.ts';
import { readSpec } from '../load/spec.ts';
import { loadSuite } from '../load/suite.ts';
import { changes, same } from '../mutants/changes.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import { recorder } from './fuzz-recorder.ts';
import { folderOf } from './sample.ts';

vi.setConfig({ testTimeout: 120_000 });

const against = await inProcess(reference);
const spec = readSpec();

let folder: ReturnType<typeof folderOf>;
let told: string;
beforeEach(() => {
  folder = folderOf({});
  told = '';
});
afterEach(() => folder.remove());

const recorderFor = (tested: Implementation) =>
  recorder({ adapter: './mine.ts', against: 'reference', out: folder.path }, { tested, against }, 1, {
    out: (text) => {
      told += text;
    },
    err: () => {},
    interactive: false,
  });

/** Holds all that was written to what is said of it: it is sound, the library fails it, and the other side passes it. */
const expectTrue = async (tested: Implementation): Promise<void> => {
  const files = readdirSync(folder.path);
  if (files.length === 0) return;
  const { cases } = loadSuite(folder.path);
  expect((await runLints(caseLints, { cases, spec })).map(faultLine)).toEqual([]);
  const own = cases.filter(({ id }) => !id.endsWith('-control'));
  expect(own).toHaveLength(files.length);
  const verdicts = await runCases(own, cases, tested);
  expect(verdicts.filter(({ verdict }) => verdict !== 'fail')).toEqual([]);
  expect((await runCases(cases, cases, against)).filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
};

describe('a broken law is written as what is true on the other side, or told as a law', () => {
  const broken = laws.map((law) => [law.id, law, lawFaults[law.id]![0]!] as const);
  test.each(broken)('%s', async (id, law, fault) => {
    const tested = await inProcess(fault());
    const record = recorderFor(tested);
    const result = await check(law, tested, { seed: 1, runs: 100 });
    if (result.status === 'broken') await record.law(result);
    await expectTrue(tested);
    expect(told.match(/^FINDING/gm) ?? []).toHaveLength(record.found());
    const reruns = told.match(/^ {2}rerun {4}.*$/gm) ?? [];
    expect(reruns).toHaveLength(record.found());
    for (const line of reruns.filter((one) => one.includes('--law')))
      expect(line).toMatch(new RegExp(`tconf fuzz --law ${id} --seed \\d+ --runs \\d+ --adapter ./mine.ts$`));
  });
});

/** The reference with another result of one op. */
const changed = (op: string, change: string): Faulty =>
  wrongOp(op, (right, tools) => (...args) => {
    const result = right(...args);
    const wrong = changes[change]!(result, tools);
    return wrong === same ? result : wrong;
  })();

test('what a corner excuses beside a finding is told with its id', async () => {
  const faulty = changed('exp', 'a value 1 % too large');
  const relu = wrongOp(
    'relu',
    (right, { ops }) =>
      (x, o) =>
        ops.add!(right(x, o), 0, {}),
  )().ops.relu!;
  const tested = await inProcess({ ...faulty, ops: { ...faulty.ops, relu } });
  const program = {
    inputs: { x: { dtype: 'float32', shape: [1], data: ['-0'] } },
    ops: [
      { op: 'relu', in: ['x'], out: 'y' },
      { op: 'exp', in: ['x'], out: 'z' },
    ],
    observe: ['x', 'y', 'z'],
  } as const;
  const difference = await compare(program, { tested, against });
  if (difference.status !== 'differs') throw new TypeError('they have to differ');
  await recorderFor(tested).program({ cause: causeOf(difference), count: 1, difference }, 1);
  expect(told).toMatch(/^FINDING {2}exp {2}wrong_value\n/);
  expect(told).toContain('y differs too, in the corner sign-of-zero-of-relu: whether -0 keeps its sign');
});

describe('what random programs come upon is written as what is true', () => {
  test.each([
    ['exp', 'a value 1 % too large'],
    ['matmul', 'zero for everything'],
    ['sum', 'an integer one too large'],
    ['mul', 'a wider dtype'],
    ['reshape', 'an axis too many'],
    ['mul', 'no gradient'],
    ['where', 'a gradient 1 % too large'],
    ['div', 'zero for NaN'],
    ['gt', 'a bool turned round'],
  ])('%s gives %s', async (op, change) => {
    const tested = await inProcess(changed(op, change));
    const record = recorderFor(tested);
    for (const seed of [1, 2, 3]) {
      const { findings, ran } = await fuzz({ tested, against }, { seed, runs: 128, words: fixedWords });
      for (const finding of findings) await record.program(finding, ran);
    }
    await expectTrue(tested);
    expect(told).not.toContain('did not happen again');
    expect(readdirSync(folder.path).length).toBeGreaterThanOrEqual(record.found() * 0.8);
  });
});
