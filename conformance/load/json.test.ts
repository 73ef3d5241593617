import { describe, expect, test } from 'vitest';
import { jsonFault } from './json.ts';

describe('what is JSON has no fault', () => {
  test.each(['{}', '[]', ' [1, -0.5e-3, "a\\u00e9\\n", true, false, null, {"a": {"a": 1}}]\n', '"text"'])(
    '%s',
    (text) => expect(jsonFault(text)).toBeUndefined(),
  );
});

describe('a fault has its line, its column and what was expected', () => {
  test.each([
    ['', 1, 1, 'expected a JSON value, the file ends'],
    ['{\n  "a": 1,\n}', 3, 1, 'expected a key in double quotes, got "}"'],
    ['{"a" 1}', 1, 6, 'expected ":" after the key "a", got "1"'],
    ['[1 2]', 1, 4, 'expected "," or "]", got "2"'],
    ['[1,\n 01]', 2, 3, 'expected "," or "]", got "1"'],
    ['[1, NaN]', 1, 5, 'expected a JSON value, got "N"'],
    ["{'a': 1}", 1, 2, 'expected a key in double quotes, got "\'"'],
    ['"two\nlines"', 1, 1, 'expected a JSON value, got "\\""'],
    ['{} // done', 1, 4, 'expected the end of the file, got "/"'],
    ['{"a": 1, "b": 2, "a": 3}', 1, 18, 'the key "a" stands twice in one object'],
  ])('%j', (text, line, column, message) => expect(jsonFault(text)).toEqual({ line, column, message }));
});

test('everything that the scanner accepts, JSON.parse accepts', () => {
  const texts = [
    '{"a":[1,2,{"b":null}]}',
    '[1,]',
    '{"a":}',
    '"\\x"',
    '1.',
    '-',
    '.5',
    '1e5',
    '[[[]]]',
    'tru',
    '{"a":1',
  ];
  for (const text of texts) {
    const parses = (() => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    })();
    expect([text, jsonFault(text) === undefined]).toEqual([text, parses]);
  }
});
