import { expect, test } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import type { Verdict } from '../values/verdict.ts';
import { settleFloors } from './floor.ts';
import { listing } from './match.ts';
import { parseKnown } from './parse.ts';

const suite = ['log/a', 'log/b', 'log/c', 'exp/a'].map((id) => caseOf({ id: `ops/${id}` }));
const lacks = (id: string): Verdict => ({ id, verdict: 'unsupported', message: 'op log' });
const settled = (text: string, verdicts: readonly Verdict[]): readonly Verdict[] =>
  settleFloors(listing(parseKnown(text), suite).floors, suite, verdicts, 'known.txt');
const ends = (lacking: readonly string[]): Verdict[] =>
  suite.map(({ id }) => (lacking.includes(id) ? lacks(id) : { id, verdict: 'pass' }));

test('where fewer cases of a topic run than its line says, those that do not are wrong', () => {
  const [a, b, c, exp] = settled('# why\nops/log # runs: 2\n', ends(['ops/log/a', 'ops/log/c', 'ops/exp/a']));
  const untrue = 'known.txt:2 says that 2 cases of ops/log run, and 1 do now: op log';
  expect(a).toMatchObject({ verdict: 'unsupported', known: { reason: 'runs', place: 'known.txt:2', untrue } });
  expect(c!.known?.untrue).toBe(untrue);
  expect([b, exp]).toEqual([{ id: 'ops/log/b', verdict: 'pass' }, lacks('ops/exp/a')]);
});

test.each([
  ['as many run as are due', ends(['ops/log/a'])],
  [
    'a case fails: that is told by itself',
    ends(['ops/log/a']).map((one) => ({ ...one, verdict: one.verdict === 'pass' ? 'fail' : one.verdict }) as Verdict),
  ],
  ['only a part of the topic is run', ends(['ops/log/a', 'ops/log/b']).slice(0, 2)],
])('nothing is wrong where %s', (_, verdicts) => {
  expect(settled('ops/log # runs: 2\n', verdicts)).toEqual(verdicts);
});

test.each<[string, string]>([
  ['ops/log # runs', 'expected the number of cases that run after runs, such as "# runs: 7"'],
  ['ops/log # runs: some', 'expected the number of cases that run'],
  ['ops/log # runs: 0', 'expected the number of cases that run'],
  ['ops/lgo # runs: 2', 'no case of "ops/lgo"; did you mean "ops/log"?'],
  ['ops/log # runs: 4', '4 cases of ops/log are to run, and there are only 3'],
  ['ops/log # runs: 2\nops/log # runs: 2', 'ops/log has a number on line 1 already'],
])('%s is a fault', (text, message) => {
  const known = parseKnown(text);
  const { stale, faults } = listing(known, suite);
  expect([...known.faults, ...stale, ...faults].map((fault) => fault.message)).toEqual([
    expect.stringContaining(message),
  ]);
});
