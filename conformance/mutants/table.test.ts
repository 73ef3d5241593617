import { expect, test } from 'vitest';
import type { Mutant } from './score.ts';
import { tableOf } from './table.ts';

const mutant = (kind: Mutant['kind'], fate: Mutant['fate']): Mutant => ({ seat: 'add', mutation: '', kind, fate });

test('the table counts each kind, and leaves out what is idle', () => {
  const mutants = [
    mutant('size', 'killed'),
    mutant('size', 'survived'),
    mutant('size', 'killed'),
    mutant('rank', 'idle'),
    mutant('rank', 'killed'),
  ];
  expect(tableOf(mutants)).toBe(
    [
      'kind  noticed  of      %',
      'size        2   3   66.7',
      'rank        1   1  100.0',
      'all         3   4   75.0',
    ].join('\n'),
  );
});
