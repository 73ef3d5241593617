import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { runCases } from '../run/run-cases.ts';
import { type ProcessOptions, startProcess } from '../stdio/process.ts';
import type { Verdict } from '../values/verdict.ts';
import { processes } from './processes.ts';

vi.setConfig({ testTimeout: 60_000, maxConcurrency: 4 });

const { cases } = loadSuite(fileURLToPath(new URL('cases', import.meta.url)));
const dangerous = 'cases/faults/takes-the-absolute-value';

const verdictsOf = async (command: string, options?: ProcessOptions): Promise<readonly Verdict[]> => {
  const implementation = await startProcess(command, options);
  try {
    return await runCases(cases, cases, implementation);
  } finally {
    await implementation.close();
  }
};
const endsOf = (verdicts: readonly Verdict[]): string[] => verdicts.map(({ verdict, reason }) => reason ?? verdict);
const but = (end: string, at: Readonly<Record<string, string>>): string[] =>
  cases.map(({ id }) => at[id.split('/')[2]!] ?? end);

const ofEcho = {
  ...{ broadcasts: 'wrong_shape', refuses: 'should_have_thrown', draws: 'wrong_shape' },
  // It echoes the first operand of this one too, so that only the other name fails.
  'keeps-its-operands': 'wrong_value',
};

describe.concurrent('a process that computes nothing passes no case', () => {
  test.each<[string, string, string[]]>([
    ['echo', processes.echo, but('wrong_value', ofEcho)],
    ['constant', processes.constant, but('wrong_shape', { refuses: 'should_have_thrown' })],
    ['null', processes.null, but('wrong_value', { refuses: 'should_have_thrown' })],
    ['always-throws', processes.alwaysThrows, but('threw', { refuses: 'wrong_error' })],
  ])('%s', async (_, command, ends) => expect(endsOf(await verdictsOf(command))).toEqual(ends));
});

describe.concurrent('a process that goes wrong in one case is started anew for the others', () => {
  test.each<[string, string, Partial<Verdict>, ProcessOptions?]>([
    ['hangs', processes.hangs, { verdict: 'timeout', message: 'no answer after 1000 ms' }, { timeout: 1000 }],
    [
      'does not answer',
      processes.silent,
      { verdict: 'timeout', message: 'no answer after 1000 ms' },
      { timeout: 1000 },
    ],
    ['exits', processes.exits, { verdict: 'crash', message: 'the process ended (exit 0)' }],
    [
      'says why it exits',
      processes.complains,
      {
        ...{ verdict: 'crash', message: 'the process ended (exit 1): the backend went away' },
        output: 'the backend went away\n',
      },
    ],
    ['exits, two at once', processes.exits, { verdict: 'crash' }, { jobs: 2 }],
  ])('%s', async (_, command, end, options) => {
    const verdicts = await verdictsOf(command, options);
    expect(verdicts.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(verdicts.find(({ id }) => id === dangerous)).toMatchObject(end);
    const others = verdicts.filter(({ id }) => id !== dangerous);
    expect(endsOf(others)).toEqual(but('wrong_value', ofEcho).filter((_, i) => cases[i]!.id !== dangerous));
  });
});

describe.concurrent('a process that breaks the protocol in one case is blamed for that one', () => {
  test.each<[string, string, string]>([
    ['chatty on stdout', processes.chatty, 'wrote a line that is no JSON: computing abs'],
    ['another id', processes.wrongId, 'answered 77, which was not asked'],
    [
      'a reply without sense',
      processes.wrongReply,
      'the process answered with a reply that breaks the protocol: /result: expected names and what they held, got 1',
    ],
    ['nested 100,000 deep', processes.deep, 'the process answered with a reply that is nested too deep'],
  ])('%s', async (_, command, message) => {
    const verdicts = await verdictsOf(command);
    expect(verdicts.find(({ id }) => id === dangerous)).toMatchObject({ verdict: 'error', message });
    const others = verdicts.filter(({ id }) => id !== dangerous);
    expect(endsOf(others)).toEqual(but('wrong_value', ofEcho).filter((_, i) => cases[i]!.id !== dangerous));
  });
});

describe.concurrent('a process may', () => {
  test.each<[string, string]>([
    ['write blank lines', processes.blankLines],
    ['answer twice', processes.doubled],
  ])('%s', async (_, command) => expect(endsOf(await verdictsOf(command))).toEqual(but('wrong_value', ofEcho)));
});

test('a fraction in int64 and a dtype that is not listed are wrong answers of their case', async () => {
  const verdicts = await verdictsOf(processes.oddDtypes);
  expect(endsOf(verdicts)).toEqual(but('wrong_dtype', { ...ofEcho, 'keeps-its-operands': 'wrong_dtype' }));
});

test('what a process writes to stderr is shown with the case that fails', async () => {
  const verdicts = await verdictsOf(processes.warns);
  expect(verdicts.filter(({ output }) => output !== undefined)).toMatchObject([
    { id: dangerous, verdict: 'fail', output: 'a warning\n' },
  ]);
});
