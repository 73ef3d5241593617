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
    ['{"a" 1}', 1, 6, 'expected ":" after the key, got "1"'],
    ['[1 2]', 1, 4, 'expected "," or the end of the list or object, got "2"'],
    ['[1,\n 01]', 2, 3, 'expected "," or the end of the list or object, got "1"'],
    ['[1, NaN]', 1, 5, 'expected a JSON value, got "NaN"'],
    ["{'a': 1}", 1, 2, 'expected a JSON value, got "\'a\'"'],
    ['"two\nlines"', 1, 1, 'expected the closing quote of a string on its line, got "\\"two"'],
    ['{} // done', 1, 4, 'expected no comment, got "// done"'],
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
