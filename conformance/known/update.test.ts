import { describe, expect, test } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import type { Verdict } from '../values/verdict.ts';
import { listing } from './match.ts';
import { parseKnown } from './parse.ts';
import { settleKnown } from './settle.ts';
import { type Update, updateKnown } from './update.ts';

const ids = ['sum/a', 'sum/b', 'sum/c', 'cat/a', 'cat/b', 'exp/a', 'exp/b'].map((id) => `ops/${id}`);
const cases = ids.map((id) => caseOf({ id }));
const threw = (message = 'op 0 (sum) raised: no') => ({ verdict: 'fail', reason: 'threw', message }) as const;
const differs = { verdict: 'fail', reason: 'wrong_value', message: 's 2 of 3 elements differ' } as const;

type Ends = Readonly<Record<string, Omit<Verdict, 'id'>>>;
const verdictsOf = (ends: Ends): Verdict[] => ids.map((id) => ({ id, verdict: 'pass', ...ends[id.slice(4)] }));

/** Updates, and holds every update to what it promises: afterwards nothing is unexpected. */
const update = (text: string, ends: Ends): Update => {
  const before = parseKnown(text);
  const verdicts = verdictsOf(ends);
  const updated = updateKnown(before, listing(before, cases), verdicts);
  const after = parseKnown(updated.text);
  const { byId, stale, faults } = listing(after, cases);
  expect([after.faults, stale, faults]).toEqual([[], [], []]);
  for (const verdict of verdicts) {
    const line = byId.get(verdict.id);
    const { verdict: end, known } = line ? settleKnown(verdict, line, 'k') : verdict;
    expect([end, known?.untrue]).toEqual([expect.stringMatching(/^(pass|xfail|unsupported)$/), undefined]);
  }
  expect(updateKnown(after, listing(after, cases), verdicts).text).toBe(updated.text);
  return updated;
};

/** The same without what it says of how many cases run, where that is not what a test is about. */
const listed = (text: string, ends: Ends): Update => {
  const updated = update(text, ends);
  return { ...updated, text: updated.text.replace(/(\r?\n)?# How many cases.*$/s, '') };
};

test('new failures are grouped under their topics, in an empty file', () => {
  const ends = { 'sum/a': threw(), 'cat/b': differs, 'sum/c': { verdict: 'timeout', message: 'after 5 ms' } } as const;
  expect(listed('', ends)).toEqual({
    text: '# ops/sum\nops/sum/a  # threw: op 0 (sum) raised: no\nops/sum/c  # timeout\n\n# ops/cat\nops/cat/b  # wrong_value: s\n',
    ...{ added: 3, dropped: 0, changed: 0, kept: 0 },
  });
});

test('comments, order and lines that hold stay as they are; lines that pass go', () => {
  const text = [
    ...['# The library rounds.', 'ops/cat/b   #wrong_value | https://example.org/1', '', '# Fixed soon.'],
    ...['ops/sum/b # threw', 'ops/sum/a # threw: op 0', 'nowhere/at/all # threw', ''],
  ].join('\r\n');
  expect(listed(text, { 'cat/b': differs, 'sum/a': threw(), 'sum/c': threw(), 'cat/a': differs })).toEqual({
    text: [
      ...[
        '# The library rounds.',
        'ops/cat/b   #wrong_value | https://example.org/1',
        'ops/cat/a  # wrong_value: s',
        '',
      ],
      ...['# Fixed soon.', 'ops/sum/a # threw: op 0', 'ops/sum/c  # threw: op 0 (sum) raised: no', ''],
    ].join('\r\n'),
    ...{ added: 2, dropped: 2, changed: 0, kept: 2 },
  });
});

test('a failure whose reason changed keeps its place and its address', () => {
  expect(listed('ops/sum/a # wrong_shape: s | https://example.org\n', { 'sum/a': threw() })).toMatchObject({
    text: 'ops/sum/a  # threw: op 0 (sum) raised: no | https://example.org\n',
    ...{ changed: 1, kept: 0 },
  });
});

test('a glob of which a part passes gives way to the ids that fail', () => {
  expect(listed('ops/sum/* # threw\n', { 'sum/a': threw(), 'sum/c': differs })).toMatchObject({
    text: 'ops/sum/a  # threw: op 0 (sum) raised: no\nops/sum/c  # wrong_value: s\n',
    ...{ added: 0, kept: 1, changed: 1, dropped: 1 },
  });
});

test('a heading that has lost its lines is used again', () => {
  const text = '# ops/sum\n\n# ops/exp\nops/exp/a # threw\n';
  expect(listed(text, { 'sum/a': threw('no'), 'exp/a': threw() }).text).toBe(
    '# ops/sum\nops/sum/a  # threw: no\n\n# ops/exp\nops/exp/a # threw\n',
  );
});

describe('a flaky mark', () => {
  test('stays whether the case passes or fails, and goes if it cannot run', () => {
    const text = 'ops/sum/* # flaky races | https://example.org\n';
    expect(listed(text, { 'sum/a': threw() })).toMatchObject({ text, kept: 3 });
    expect(listed(text, { 'sum/b': { verdict: 'unsupported', message: 'op sum' } })).toMatchObject({
      text: 'ops/sum/a  # flaky: races | https://example.org\nops/sum/c  # flaky: races | https://example.org\n',
      ...{ kept: 2, dropped: 1 },
    });
  });
  test('is given to what ended differently when it was repeated', () => {
    expect(listed('', { 'sum/a': { ...threw(), ends: { pass: 2, threw: 1 } } }).text).toBe(
      '# ops/sum\nops/sum/a  # flaky: pass 2 times, threw once\n',
    );
  });
});

test('a message is written up to a measured number, and whole where its numbers are exact', () => {
  const written = (verdict: Omit<Verdict, 'id'>) => update('', { 'sum/a': verdict }).text.split('\n')[1];
  expect(written({ verdict: 'fail', reason: 'wrong_shape', message: 's shape is [2, 3], not [3, 2]' })).toBe(
    'ops/sum/a  # wrong_shape: s shape is [2, 3], not [3, 2]',
  );
  expect(written({ verdict: 'fail', reason: 'should_have_thrown', message: 'op 0 (sum) raised nothing' })).toBe(
    'ops/sum/a  # should_have_thrown: op 0 (sum) raised nothing',
  );
  expect(written({ verdict: 'crash', message: 'ended by signal 9' })).toBe('ops/sum/a  # crash: ended by signal');
  expect(written({ verdict: 'fail', reason: 'vacuous', message: 'its control fails' })).toBe('ops/sum/a  # vacuous');
});

test('a message of any shape is written so that it is read again', () => {
  for (const message of [
    ...['a | https://example.org', '| https://example.org', ': colon', '# hash', 'two\nlines', ' \u001b[31mred', ''],
    ...['\ud800 lone', `${'m'.repeat(99)}\u{1F600} more`, 'tab\tbed', '\u200b'],
  ])
    update('', { 'sum/a': threw(message), 'cat/a': { verdict: 'error', message } });
});

test('every topic of which some case runs is given their number, and it is brought up to date in its place', () => {
  const lacks = { verdict: 'unsupported', message: 'op exp' } as const;
  const heading = '# How many cases of each topic run, at least: what disappears fails the run.';
  const first = update('', { 'exp/a': lacks, 'exp/b': lacks }).text;
  expect(first).toBe(`${heading}\nops/sum  # runs: 3\nops/cat  # runs: 2\n`);
  expect(update(`ops/cat # runs: 2\n\n# Mine.\nops/exp # runs: 2\n`, { 'cat/a': threw(), 'exp/a': lacks }).text).toBe(
    'ops/cat  # runs: 2\n\n# Mine.\nops/exp  # runs: 1\nops/sum  # runs: 3\n\n# ops/cat\nops/cat/a  # threw: op 0 (sum) raised: no\n',
  );
  expect(
    update('ops/cat # runs: 2\nops/exp # runs: 2\nops/sum # runs: 3\n', { 'exp/a': lacks, 'exp/b': lacks }).text,
  ).toBe('ops/cat  # runs: 2\nops/sum  # runs: 3\n');
});
