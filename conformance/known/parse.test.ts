import { expect, test } from 'vitest';
import { knownReasons, parseKnown } from './parse.ts';

const entry = (text: string) => parseKnown(text).lines[0]!.entry;
const fault = (text: string) => {
  const { line, column, message } = parseKnown(text).faults[0]!;
  return `${line}:${column}: ${message}`;
};

test('a line holds a pattern, a reason, and perhaps a message and an address', () => {
  expect(entry('ops/sum/a  # wrong_value')).toEqual({
    ...{ pattern: 'ops/sum/a', reason: 'wrong_value', message: '' },
    ...{ line: 1, column: 1 },
  });
  expect(entry('  ops/sum/*\t#threw: op 1 (sum) raised: no | axis | https://example.org/1?a#b ')).toEqual({
    ...{ pattern: 'ops/sum/*', reason: 'threw', message: 'op 1 (sum) raised: no | axis' },
    ...{ url: 'https://example.org/1?a#b', line: 1, column: 3 },
  });
  expect(entry('a/b/c # crash | https://example.org')).toMatchObject({ message: '', url: 'https://example.org' });
  expect(entry('a/b/c # wrong_value: x | y')).toMatchObject({ message: 'x | y' });
});

test('a flaky mark says why in any words', () => {
  expect(entry('a/b/c # flaky')).toMatchObject({ reason: 'flaky', message: '' });
  expect(entry('a/b/c # flaky the kernel races | https://example.org')).toMatchObject({
    ...{ reason: 'flaky', message: 'the kernel races', url: 'https://example.org' },
  });
  expect(entry('a/b/c # flaky: the kernel races')).toMatchObject({ message: 'the kernel races' });
});

test('every way to fail is a reason', () => {
  for (const reason of knownReasons) expect(entry(`a/b/c # ${reason}`)).toMatchObject({ reason });
});

test('comments and blank lines are kept, whatever ends a line', () => {
  const { lines, faults, eol } = parseKnown('\uFEFF# why\r\n\r\na/b/c # threw\r\n');
  expect(lines.map(({ text }) => text)).toEqual(['# why', '', 'a/b/c # threw']);
  expect(lines.map((one) => one.entry?.line)).toEqual([undefined, undefined, 3]);
  expect([faults, eol]).toEqual([[], '\r\n']);
  expect(parseKnown('')).toEqual({ lines: [], faults: [], eol: '\n' });
});

test('what does not parse is told with its line and column', () => {
  expect(fault('# fine\n\nops/sum/a\n')).toBe('3:10: expected "# reason" after ops/sum/a, such as "# wrong_value"');
  expect(fault('ops/sum/a wrong_value')).toMatch(/^1:11: expected "# reason"/);
  expect(fault('ops/sum/a  #')).toMatch(/^1:13: no reason; expected wrong_value, wrong_shape, .*, flaky, or runs$/);
  expect(fault('ops/sum/a # wrong_valeu')).toMatch(
    /^1:13: unknown reason "wrong_valeu"; expected .*; did you mean "wrong_value"\?$/,
  );
  expect(fault('ops/sum/a # threw no axis')).toBe(
    '1:19: expected ": message" or "| https://…" after threw, got "no axis"',
  );
  expect(fault('ops/sum/a # threw | #12')).toBe('1:19: expected "| https://…" after threw, got "| #12"');
});

test('all that is wrong is told at once, and the lines beside it are read', () => {
  const { faults, lines } = parseKnown('a\nb/c/d # threw\ne # nothing\n');
  expect(faults.map(({ line }) => line)).toEqual([1, 3]);
  expect(lines.map((one) => one.entry?.pattern)).toEqual([undefined, 'b/c/d', undefined]);
});
