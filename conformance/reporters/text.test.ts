import { expect, test } from 'vitest';
import { columns, table } from './table.ts';
import { brief, counted, cut, plain, shown, wrapped } from './text.ts';

test('what a terminal would obey is written out', () => {
  expect(plain('a\nb\tc\r')).toBe('a\\nb\\tc\\r');
  expect(plain('\u001b[31mred\u0007\u009b')).toBe('\\x1b[31mred\\x07\\x9b');
  expect(plain('\u202egnp.exe\u200b\ufeff\u2028')).toBe('\\u202egnp.exe\\u200b\\ufeff\\u2028');
  expect(plain('\ud83d')).toBe('\\ud83d');
  expect(plain('形状 🙂 é')).toBe('形状 🙂 é');
});

test('long text is cut with the count of what was cut, and never within a character', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdefg', 6)).toBe('abcdef… (1 more character)');
  expect(cut('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxxx… (999,990 more characters)');
  expect(cut('🙂🙂🙂', 2)).toBe('🙂🙂… (2 more characters)');
  expect(shown('\n'.repeat(400), 2)).toBe('\\n\\n… (398 more characters)');
});

test('a count agrees with its noun', () => {
  expect([counted(0, 'case'), counted(1, 'case'), counted(2048, 'case')]).toEqual(['0 cases', '1 case', '2,048 cases']);
});

test('a measure is brief', () => {
  expect([null, 0, 4194304, 13002, 0.25, 0.0011, 1.4e-5, 1e-45, 3e38, 1.5e6].map(brief)).toEqual([
    '–',
    '0',
    '4.2e6',
    '13,002',
    '0.25',
    '0.0011',
    '1.4e-5',
    '1.0e-45',
    '3.0e38',
    '1.5e6',
  ]);
});

test('text is wrapped at spaces, and a long word stands alone', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('incomprehensible a', 4)).toEqual(['incomprehensible', 'a']);
  expect(wrapped('', 4)).toEqual([]);
});

test('columns of a table line up, also beside wide characters', () => {
  expect(columns('形a')).toBe(3);
  expect(
    table(
      [
        ['a', '1'],
        ['形状', '22'],
      ],
      ['left', 'right'],
    ),
  ).toEqual(['a      1', '形状  22']);
  expect(
    table(
      [
        ['a', ''],
        ['b', ''],
      ],
      ['left', 'left'],
    ),
  ).toEqual(['a', 'b']);
});
