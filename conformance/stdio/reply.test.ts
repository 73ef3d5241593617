import { describe, expect, test } from 'vitest';
import type { Outcome } from '../values/observation.ts';
import { isMisreply, outcomeOf, readReply } from './reply.ts';

const outcome = (reply: object): Outcome | string => {
  const read = readReply(JSON.stringify({ id: 1, ...reply }));
  return isMisreply(read) ? read.fault : outcomeOf(read);
};
const seenAs = (seen: object): unknown => {
  const read = outcome({ result: { x: seen } });
  return typeof read === 'string' || read.status !== 'result' ? read : read.values.x;
};

describe('an observation', () => {
  test.each<[object, unknown]>([
    [
      { dtype: 'int64', shape: [2], data: [7, '9223372036854775807'] },
      { kind: 'tensor', dtype: 'int64', shape: [2], data: [7n, 9223372036854775807n] },
    ],
    [
      { dtype: 'float32', shape: [3], data: ['NaN', '-0', 0.1], prints: 'text' },
      { kind: 'tensor', dtype: 'float32', shape: [3], data: [Number.NaN, -0, Math.fround(0.1)], prints: 'text' },
    ],
    [
      { dtype: 'bool', shape: [], data: [true] },
      { kind: 'tensor', dtype: 'bool', shape: [], data: [true] },
    ],
    [
      { dtype: 'int64', shape: [2], data: [1.5, 'NaN'] },
      { kind: 'tensor', dtype: 'int64', shape: [2], data: [1.5, Number.NaN] },
    ],
    [
      { dtype: 'bool', shape: [2], data: [1, 2] },
      { kind: 'tensor', dtype: 'bool', shape: [2], data: [1, 2] },
    ],
    [
      { dtype: 'float33', shape: [3], data: [1, 0.5, '-Infinity'] },
      { kind: 'tensor', dtype: 'float33', shape: [3], data: [1n, 0.5, Number.NEGATIVE_INFINITY] },
    ],
    [{ value: 2 }, { kind: 'host', value: 2n }],
    [{ value: 2.5 }, { kind: 'host', value: { float: 2.5 } }],
    [{ value: 1e20 }, { kind: 'host', value: { float: 1e20 } }],
    [{ value: [9007199254740992, 9007199254740991] }, { kind: 'host', value: [{ float: 2 ** 53 }, 9007199254740991n] }],
    [{ value: { float: 2 } }, { kind: 'host', value: { float: 2 } }],
    [{ value: { float: '-Infinity' } }, { kind: 'host', value: { float: Number.NEGATIVE_INFINITY } }],
    [{ value: { int: '9223372036854775807' } }, { kind: 'host', value: 9223372036854775807n }],
    [
      { value: [2, [true, 'a', null]], prints: '[…]' },
      { kind: 'host', value: [2n, [true, 'a', null]], prints: '[…]' },
    ],
    [
      { each: [{ value: 1 }, { null: true }] },
      { kind: 'sequence', each: [{ kind: 'host', value: 1n }, { kind: 'null' }] },
    ],
    [{ null: true }, { kind: 'null' }],
  ])('%j', (seen, observation) => expect(seenAs(seen)).toEqual(observation));
});

describe('an outcome', () => {
  test.each<[object, unknown]>([
    [
      { threw: { op: [0, 1], kind: 'graph_freed', message: 'freed' } },
      { status: 'threw', op: [0, 1], kind: 'graph_freed', message: 'freed' },
    ],
    [
      { threw: { op: [0], kind: 'unsupported_dtype', message: 'no', limitation: 'no-kernel' } },
      { status: 'threw', op: [0], kind: 'unsupported_dtype', message: 'no', limitation: 'no-kernel' },
    ],
    [
      { threw: { op: [0], message: 'no', values: { x: { value: 1 } } } },
      { status: 'threw', op: [0], message: 'no', values: { x: { kind: 'host', value: 1n } } },
    ],
    [{ unsupported: { what: 'sparse' } }, { status: 'unsupported', what: 'sparse' }],
    [{ error: { message: 'bug' } }, { status: 'error', message: 'bug' }],
    [{ name: 'a library' }, { status: 'error', message: 'a reply that holds no outcome' }],
  ])('%j', (reply, expected) => expect(outcome(reply)).toEqual(expected));
});

describe('a reply that breaks the protocol is refused, with the place', () => {
  test.each<[string, RegExp]>([
    ['Hello from the library', /^a line that is no JSON: Hello from the library$/],
    ['[]', /breaks the protocol: : expected a line that the process writes/],
    ['{"result": {}}', /: missing "id"/],
    ['{"id": 1}', /: missing "error" \(name, result, threw, unsupported or error\)/],
    ['{"id": 1, "result": {}, "error": {"message": "x"}}', /\/error: unknown key "error"/],
    ['{"id": 1, "threw": {"op": 0, "message": ""}}', /\/threw\/op: expected the op's place/],
    [
      '{"id": 1, "threw": {"op": [0], "message": "", "limitation": "No kernel"}}',
      /\/threw\/limitation: expected an id that says what of the library itself/,
    ],
    [
      '{"id": 1, "threw": {"op": [0], "message": "", "kind": "oops"}}',
      /\/threw\/kind: expected one of "shape_mismatch"/,
    ],
    ['{"id": 1, "name": "a", "ops": {"sum": "dim"}}', /\/ops\/sum: expected the options that the op takes/],
    ['{"id": 1, "result": {"x": {}}}', /\/result\/x: missing "null" \(data, value, each or null\)/],
    ['{"id": 1, "result": {"x": {"data": [1]}}}', /\/result\/x: missing "dtype"/],
    [
      '{"id": 1, "result": {"x": {"value": 1, "null": true}}}',
      /\/result\/x\/null: does not go with what stands beside it/,
    ],
  ])('%s', (line, fault) => expect(readReply(line)).toMatchObject({ fault: expect.stringMatching(fault) }));
});
