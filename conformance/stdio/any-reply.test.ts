import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge/index.ts';
import { loadSuite } from '../load/suite.ts';
import { results, resultsText } from '../reporters/index.ts';
import { reportOf } from '../reporters/report-sample.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { outcomeOf, readReply } from './reply.ts';

const { cases } = loadSuite(fileURLToPath(new URL('../faults/cases', import.meta.url)));
const observing = (name: string, one: object): object => ({ id: 2, result: { [name]: one } });

/** Replies as they should be, of every kind. */
const sound: readonly object[] = [
  ...(['float32', 'int64', 'bool'] as const).map((dtype) => observing('z', { dtype, shape: [3], data: [11, 22, 33] })),
  observing('z', { dtype: 'float32', shape: [], data: ['NaN'], prints: 'tensor(nan)' }),
  observing('z', { value: [1, { float: 2 }, { int: '9' }, [true, 'a', null]] }),
  observing('z', { each: [{ dtype: 'int64', shape: [1], data: ['-0'] }, { null: true }] }),
  { id: 2, threw: { op: [0], kind: 'shape_mismatch', message: 'no', values: { z: { value: 1 } } } },
  { id: 2, unsupported: { what: 'sparse' } },
  { id: 2, error: { message: 'bug' } },
  { id: 2, name: 'library', version: '1', features: ['errors.exact'] },
];

type Path = readonly (string | number)[];
const pathsOf = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
};

const replaced = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by;
  const inner = replaced((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value) ? Object.assign([...value], { [key]: inner }) : { ...(value as object), [key]: inner };
};

/** What JSON holds, and more often what a tensor, a shape or an id may be taken for. */
const anything = fc.oneof(
  { arbitrary: fc.jsonValue(), weight: 2 },
  fc.constantFrom(
    1.5,
    -1,
    0,
    -0,
    2 ** 53,
    1e300,
    '',
    'NaN',
    'Infinity',
    '-0',
    '1.5',
    '9'.repeat(400),
    'float33',
    'null',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    null,
    true,
    { float: 'x' },
    { int: '1.5' },
    { each: [] },
    { __proto__: 1 },
  ),
  fc.array(fc.oneof(fc.double(), fc.boolean(), fc.string())),
);

const hostile = fc
  .constantFrom(...sound)
  .chain((reply) =>
    fc.tuple(fc.constantFrom(...pathsOf(reply)), anything).map(([path, by]) => replaced(reply, path, by)),
  );

const verdictNames = ['pass', 'fail', 'convention', 'unsupported', 'error'];
const verdictOn = (c: Case, line: string): Verdict => judge(c, outcomeOf(readReply(line)));

test('any JSON value in any place of a reply is a verdict of its case, which results.json can hold', () => {
  const property = fc.property(hostile, fc.constantFrom(...cases), (reply, c) => {
    const verdict = verdictOn(c, JSON.stringify(reply));
    expect(verdictNames).toContain(verdict.verdict);
    const report = reportOf([verdict]);
    expect(JSON.parse(resultsText(report))).toEqual(JSON.parse(JSON.stringify(results(report))));
  });
  fc.assert(property, { numRuns: 1000 });
});

test('any text in the place of a reply is one too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => verdictOn(cases[0]!, line).verdict === 'error'));
});

describe('an answer that no dtype and no shape has', () => {
  const adds = cases.find(({ id }) => id.endsWith('/adds'))!;
  const answer = (dtype: string, data: readonly unknown[], shape: unknown = [3]): Verdict =>
    verdictOn(adds, JSON.stringify(observing('z', { dtype, shape, data })));

  test.each<[string, Verdict, Partial<Verdict>]>([
    ['a fraction in int64', answer('int64', [11, 22, 1.5]), { verdict: 'fail', reason: 'wrong_dtype' }],
    ['a dtype that is not listed', answer('float33', [11, 22, 33]), { reason: 'wrong_dtype' }],
    ['true for a float', answer('float32', [true, 22, 33]), { reason: 'wrong_value' }],
    ['too few elements', answer('float32', [11]), { verdict: 'fail', reason: 'wrong_shape' }],
    ['a shape of text', answer('float32', [11, 22, 33], ['3']), { verdict: 'error' }],
    ['a length below 0', answer('float32', [], [-3]), { verdict: 'error' }],
  ])('%s', (_, verdict, end) => expect(verdict).toMatchObject(end));

  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  test.each([1000, 100_000])('a value nested %i deep', (depth) => {
    const line = `{"id":2,"result":{"z":{"value":${nested(depth)}}}}`;
    expect(['fail', 'error']).toContain(verdictOn(adds, line).verdict);
  });
});
