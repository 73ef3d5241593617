import { expect, test } from 'vitest';
import { annotations, resumeCommands, stopCommands } from './github.ts';
import { context, hostileReport } from './hostile-sample.ts';
import { reportOf, wrongValue } from './report-sample.ts';

/** A workflow command as GitHub's runner reads a line of the log. */
const commandOf = (line: string) => {
  const [, name, list = '', message = ''] = /^\s*::(\S+?)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const back = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((part) => [part.split('=')[0]!, back(part.slice(part.indexOf('=') + 1))]);
  return { name, ...Object.fromEntries(properties), message: back(message) };
};
const commands = (text: string) => text.trimEnd().split('\n').map(commandOf);

test('a failing case is an error at the line of its fixture, and a notice tells the totals', () => {
  expect(commands(annotations(reportOf([{}, wrongValue]), context))).toEqual([
    {
      ...{ name: 'error', file: 'fixtures/ops/case.json', line: '11', title: 'FAIL ops/case/n1: wrong_value' },
      message: 'exp grows\ns 3 of 2,000 elements differ\ntconf run ops/case/n1 --adapter mine.ts',
    },
    { name: 'notice', title: 'Conformance of tensors', message: '1 of 2 cases passed, 1 failed' },
  ]);
});

test('the notice tells conventions by name', () => {
  const text = annotations(
    reportOf([
      { verdict: 'convention', conventions: ['pytorch-until-2.6.0'] },
      { verdict: 'convention', conventions: ['pytorch-until-2.6.0', 'biased-variance'] },
    ]),
    context,
  );
  expect(commands(text)[0]!.message).toBe(
    '0 of 2 cases passed, 2 by convention (as PyTorch until 2.6, biased-variance), 0 failed',
  );
});

test('each finding comes first with its simplest case, and what is left is counted', () => {
  const report = reportOf(
    Array.from({ length: 70 }, () => wrongValue),
    {
      causes: [
        { name: 'sum', own: ['ops/case/n3', 'ops/case/n4'], others: ['ops/case/n5'] },
        { name: 'exp', own: [], others: ['ops/case/n9'] },
      ],
    },
  );
  const told = commands(annotations(report, context));
  expect(told.slice(0, 5).map((one) => [one!.title, one!.message.split('\n')[2]])).toEqual([
    ['FAIL ops/case/n3: wrong_value', 'finding sum: 2 more cases'],
    ['FAIL ops/case/n9: wrong_value', 'finding exp'],
    ['FAIL ops/case/n4: wrong_value', 'finding sum'],
    ['FAIL ops/case/n5: wrong_value', 'finding sum'],
    ['FAIL ops/case/n0: wrong_value', 'tconf run ops/case/n0 --adapter mine.ts'],
  ]);
  expect(told).toHaveLength(51);
  expect(told.at(-1)!.message).toBe('0 of 70 cases passed, 70 failed; 20 failures not annotated');
});

test('known failures that are not true are shown at their own lines', () => {
  const report = reportOf([
    { verdict: 'xpass', message: 'passes now', known: { reason: 'threw', place: 'known, all.txt:4' } },
  ]);
  expect(commands(annotations(report, context))[0]).toMatchObject({
    ...{ file: 'packages/known, all.txt', line: '4', title: 'XPASS ops/case/n0: xpass' },
    message: expect.stringContaining('\npasses now\n'),
  });
  const known = { reason: 'threw', place: 'known-failures.txt:4' } as const;
  const fine = reportOf([{ verdict: 'xfail', message: 'raised', known }]);
  expect(commands(annotations(fine, context))).toMatchObject([
    { name: 'notice', message: '0 of 1 case passed, 1 failed as known, 0 failed' },
  ]);
});

test('nothing that a library says is a command of its own', () => {
  const text = annotations(hostileReport, context);
  const told = commands(text);
  expect(told.map((one) => one?.name)).toEqual([...new Array(8).fill('error'), 'notice']);
  for (const one of told) expect(Object.keys(one!)).not.toContain('pwned');
  for (const one of told.slice(0, -1))
    expect(one!.file).toMatch(/^(fixtures\/ops\/case.json|packages\/known-failures.txt)$/);
  expect(text).not.toContain('##[');
  expect(text).not.toContain('\r');
  expect(text.length).toBeLessThan(30_000);
});

test('between two commands that only the runner knows, nothing is one', () => {
  expect([commandOf(stopCommands('t0ken').trimEnd()), resumeCommands('t0ken')]).toEqual([
    expect.objectContaining({ name: 'stop-commands', message: 't0ken' }),
    '::t0ken::\n',
  ]);
});
