import { describe, expect, test } from 'vitest';
import { caseOf, op } from '../judge/sample.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { traceCauses, withCauses } from './trace.ts';

const fail = { verdict: 'fail', reason: 'wrong_value', message: 'differs' } as const;

/** Cases `topic/id: op op …`, and the ids of those that fail. */
const traced = (lines: readonly string[], ...failing: string[]): Record<string, [string[], string[]]> => {
  const cases = lines.map((line) => {
    const [id, names] = line.split(': ');
    return caseOf({ id: `ops/${id}`, ops: names!.split(' ').map((name) => op(name, ['x'])) });
  });
  const causes = traceCauses(
    cases,
    cases.map(({ id }) => ({ id, verdict: 'pass', ...(failing.includes(id.slice(4)) ? fail : {}) })),
  );
  const bare = (ids: readonly string[]) => ids.map((id) => id.slice(4));
  return Object.fromEntries(causes.map(({ name, own, others }) => [name, [bare(own), bare(others)]]));
};

test('where all passes, there is no cause', () => {
  expect(traced(['sum/a: sum', 'exp/a: exp'])).toEqual({});
});

test('a broken op is one finding, with all that uses it, the simplest first', () => {
  const suite = ['cat/b: cat sum backward', 'cat/a: cat', 'sum/b: sum mul', 'sum/a: sum', 'programs/a: exp sum'];
  expect(traced(suite, 'cat/b', 'sum/a', 'sum/b', 'programs/a')).toEqual({
    sum: [
      ['sum/a', 'sum/b'],
      ['programs/a', 'cat/b'],
    ],
  });
});

test('two broken ops are two findings', () => {
  const suite = ['add/a: add', 'cat/a: cat', 'cat/b: cat', 'exp/a: exp', 'programs/a: exp add', 'programs/b: cat exp'];
  expect(traced(suite, 'add/a', 'cat/a', 'cat/b', 'programs/a', 'programs/b')).toEqual({
    cat: [['cat/a', 'cat/b'], ['programs/b']],
    add: [['add/a'], ['programs/a']],
  });
});

test('an op that fails only where a broken one is used is no finding', () => {
  const suite = ['sum/a: sum', 'sum/b: sum', 'sum/c: sum', 'cat/a: cat sum', 'cat/b: cat sum', 'cat/c: cat sum'];
  expect(Object.keys(traced([...suite, 'sum/d: sum'], 'sum/a', 'sum/b', 'cat/a', 'cat/b', 'cat/c'))).toEqual(['sum']);
});

test('an op is not blamed for what another one, that mostly fails, explains better', () => {
  const sums = Array.from({ length: 30 }, (_, i) => `sum/n${i}: sum`);
  const suite = [...sums, 'cat/a: cat sum', 'cat/b: cat sum', 'cat/c: cat sum', 'cat/d: cat sum'];
  const causes = traced(suite, 'sum/n0', 'cat/a', 'cat/b', 'cat/c', 'cat/d');
  expect(causes).toEqual({ cat: [['cat/a', 'cat/b', 'cat/c', 'cat/d'], []], sum: [['sum/n0'], []] });
});

test('an option that breaks its op is told from the op without it', () => {
  const keepdim = (id: string, ...names: string[]): Case =>
    caseOf({ id, ops: [op('sum', ['x'], 's', { keepdim: true }), ...names.map((name) => op(name, ['x']))] });
  const cases = [
    ...Array.from({ length: 30 }, (_, i) => caseOf({ id: `ops/sum/n${i}`, ops: [op('sum', ['x'])] })),
    ...[
      keepdim('ops/sum/k', 'mul'),
      keepdim('ops/div/a', 'div'),
      keepdim('ops/div/b', 'div'),
      keepdim('ops/div/c', 'div'),
    ],
  ];
  const causes = traceCauses(
    cases,
    cases.map(({ id }, i) => ({ id, verdict: 'pass', ...(i < 30 ? {} : fail) })),
  );
  expect(causes).toEqual([{ name: 'sum', own: ['ops/sum/k'], others: ['ops/div/a', 'ops/div/b', 'ops/div/c'] }]);
});

test('what no op explains is put under what it is about', () => {
  const cases = ['programs/dtypes/a', 'programs/dtypes/b'].map((id) =>
    caseOf({ id, rules: ['dtypes.C2'], ops: [op('add', ['x', 'x'])] }),
  );
  const verdicts = cases.map(({ id }): Verdict => ({ id, ...fail }));
  expect(traceCauses(cases, verdicts)).toEqual([
    { name: 'dtypes', own: ['programs/dtypes/a', 'programs/dtypes/b'], others: [] },
  ]);
});

describe('a vacuous case', () => {
  const cases = [
    caseOf({ id: 'ops/sum/a', ops: [op('sum', ['x'])] }),
    caseOf({ id: 'ops/dot/ok', ops: [op('dot', ['x', 'x']), op('sum', ['x'])] }),
    caseOf({ id: 'ops/dot/raises', ops: [op('dot', ['x', 'x'])], control: 'ops/dot/ok' }),
  ];
  const vacuous = { verdict: 'fail', reason: 'vacuous', message: 'its control fails' } as const;
  test('is blamed on what its control is blamed on', () => {
    const verdicts: Verdict[] = [
      { id: 'ops/sum/a', ...fail },
      { id: 'ops/dot/ok', ...fail },
      { id: 'ops/dot/raises', ...vacuous },
    ];
    expect(traceCauses(cases, verdicts)).toEqual([
      { name: 'sum', own: ['ops/sum/a'], others: ['ops/dot/ok', 'ops/dot/raises'] },
    ]);
  });
  test('stands for itself if its control is not there', () => {
    expect(traceCauses([cases[2]!], [{ id: 'ops/dot/raises', ...vacuous }])).toEqual([
      { name: 'dot', own: ['ops/dot/raises'], others: [] },
    ]);
  });
});

test('known failures count as failures, what is unsupported as nothing', () => {
  const cases = ['ops/sum/a', 'ops/sum/b', 'ops/exp/a'].map((id) => caseOf({ id, ops: [op('sum', ['x'])] }));
  const verdicts: Verdict[] = [
    { id: 'ops/sum/a', verdict: 'xfail', reason: 'threw' },
    { id: 'ops/sum/b', verdict: 'unsupported', message: 'op sum' },
    { id: 'ops/exp/a', verdict: 'timeout', message: 'no answer' },
  ];
  const causes = traceCauses(cases, verdicts);
  expect(causes).toEqual([{ name: 'sum', own: ['ops/sum/a'], others: ['ops/exp/a'] }]);
  expect(withCauses(verdicts, causes).map(({ cause }) => cause)).toEqual(['sum', undefined, 'sum']);
});

describe('a case in which an op raised', () => {
  const threw = (id: string, at: number, name: string, said: string): Verdict => {
    const message = `op ${at} (${name}) raised: ${said}`;
    return { ...fail, id, reason: 'threw', message, mismatches: [{ reason: 'threw', name: 'error', message }] };
  };
  const program = (id: string, ...names: string[]): Case => caseOf({ id, ops: names.map((name) => op(name, ['x'])) });
  const causesOf = (cases: readonly Case[], failing: readonly Verdict[]) => {
    const byId = new Map(failing.map((one) => [one.id, one]));
    const causes = traceCauses(
      cases,
      cases.map(({ id }) => byId.get(id) ?? { id, verdict: 'pass' }),
    );
    return causes.map(({ name, own, others }) => [name, own.length + others.length]);
  };

  test('is about that op, whatever it was written about', () => {
    const cases = [program('ops/exp/a', 'exp', 'cat'), program('ops/neg/a', 'cat', 'neg'), program('ops/exp/b', 'exp')];
    expect(causesOf(cases, [threw('ops/exp/a', 1, 'cat', 'no'), threw('ops/neg/a', 0, 'cat', 'no')])).toEqual([
      ['cat', 2],
    ]);
  });

  const passes = [
    program('ops/sum/gradient', 'sum', 'backward'),
    program('autograd/graph/a', 'mul', 'sum', 'backward'),
    program('autograd/graph/b', 'exp', 'sum', 'backward'),
    program('ops/mul/a', 'mul', 'backward'),
    program('ops/exp/a', 'exp', 'backward'),
    program('autograd/graph/c', 'backward'),
  ];
  test('going back through others is about the op whose gradient raises', () => {
    const failing = passes.slice(0, 3).map(({ id, ops }) => threw(id, ops.length - 1, 'backward', 'no kernel 7'));
    expect(causesOf(passes, failing)).toEqual([['sum', 3]]);
  });
  test('is about several ops where each explains a part of those that say the same', () => {
    const failing = [...passes.slice(0, 3), passes[4]!].map(({ id, ops }) =>
      threw(id, ops.length - 1, 'backward', 'no kernel'),
    );
    expect(causesOf(passes, failing)).toEqual([
      ['sum', 3],
      ['exp', 1],
    ]);
  });
  test('is about the pass itself where that raises whatever it goes through', () => {
    const failing = passes.map(({ id, ops }) => threw(id, ops.length - 1, 'backward', 'not implemented'));
    const graph = passes.map((c) => ({ ...c, rules: ['backward.C1'] }));
    expect(causesOf(graph, failing)).toEqual([['backward', 6]]);
  });
});

test('the cause of most failures comes first', () => {
  const suite = ['exp/a: exp', 'cat/a: cat', 'cat/b: cat', 'cat/c: cat'];
  expect(Object.keys(traced(suite, 'exp/a', 'cat/a', 'cat/b', 'cat/c'))).toEqual(['cat', 'exp']);
});
