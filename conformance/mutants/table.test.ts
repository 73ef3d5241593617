import { expect, test } from 'vitest';
import type { Mutant } from './score.ts';
import { tableOf } from './table.ts';

const mutant = (kind: Mutant['kind'], fate: Mutant['fate']): Mutant => ({ seat: 'add', mutation: '', kind, fate });

test('the table counts each kind, what is set aside too, and leaves out what is idle', () => {
  const aside = mutant('size', 'survived');
  const mutants = [
    mutant('size', 'killed'),
    aside,
    mutant('size', 'killed'),
    mutant('rank', 'idle'),
    mutant('rank', 'killed'),
  ];
  expect(tableOf(mutants, (one) => one === aside)).toBe(
    [
      'kind  noticed  of      %  set aside',
      'size        2   3   66.7          1',
      'rank        1   1  100.0          0',
      'all         3   4   75.0          1',
    ].join('\n'),
  );
});
