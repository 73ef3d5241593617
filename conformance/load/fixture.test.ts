import { describe, expect, test } from 'vitest';
import { readFixture } from './fixture.ts';
import { file, linesOf, sound, x } from './sample.ts';

test('a sound file gives its cases under full ids', () => {
  const control = { ...sound, id: 'control' };
  const raises = {
    ...sound,
    ops: [{ op: 'sum', in: ['x'], with: { dim: 3 } }],
    expected: { error: { kind: 'index_out_of_range', op: 0 }, x },
    control: 'control',
    note: { claim: ['P8'] },
  };
  const { cases, faults } = readFixture(file(control, raises), 'ops/sum', 'fixtures/ops/sum.json');
  expect(faults).toEqual([]);
  expect(cases[0]).toMatchObject({
    id: 'ops/sum/control',
    source: 'spec',
    conventions: [],
    earlier: [],
    file: 'fixtures/ops/sum.json',
  });
  expect(cases[1]).toMatchObject({ control: 'ops/sum/control', note: { claim: ['P8'] } });
  expect(cases[1]!.expected).toEqual({ error: { kind: 'index_out_of_range', op: 0 }, names: { x } });
  expect('erratum' in cases[1]!).toBe(false);
});

describe('the file', () => {
  test.each([
    ['{"title": 1,}', 'sum.json: 1:13: no JSON: expected a key in double quotes, got "}"'],
    [
      '[]',
      'sum.json: expected a fixture file, which holds the cases of one topic (spec/README.md says what each field means), got a list',
    ],
    ['{"source": "spec", "cases": []}', 'sum.json: /cases: expected at least 1 items, got 0 (the cases, in order)'],
    [
      '{"title": "Sum", "source": "numpy", "cases": [{}]}',
      'sum.json: /source: expected where the expected values come from: pytorch-<version>, mpmath-<version>, or spec, got "numpy"',
    ],
  ])('%s', (text, line) => expect(linesOf(text)).toContain(line));

  test('with a key twice is at fault where the second stands', () => {
    expect(linesOf('{"title": "a",\n "title": "b"}')).toEqual([
      'sum.json: 2:2: no JSON: the key "title" stands twice in one object',
    ]);
  });
});

describe('several faults', () => {
  test('are all listed, and the sound cases of the file are still read', () => {
    const text = file(
      sound,
      { ...sound, id: 'B', expected: {} },
      { ...sound, id: 'c', ops: [{ op: 'nope', in: ['z'] }] },
    );
    const { cases, faults } = readFixture(text, 'ops/sum', 'sum.json');
    expect(cases.map(({ id }) => id)).toEqual(['ops/sum/adds-up']);
    expect(faults.map(({ path }) => path)).toEqual([
      '/cases/1/id',
      '/cases/1/expected',
      '/cases/2/ops/0/op',
      '/cases/2/expected/s',
    ]);
  });

  test('an id that is taken is a fault of the later case', () => {
    expect(linesOf(file(sound, sound))).toEqual([
      'sum.json: /cases/1/id: the id "adds-up" is taken by /cases/0; expected a new id',
    ]);
  });

  test('a case that is no object is named', () => {
    expect(linesOf('{"title": "Sum", "source": "spec", "cases": [3]}')).toEqual([
      'sum.json: /cases/0: expected a case, got 3',
    ]);
  });
});
