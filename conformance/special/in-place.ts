/** In-place forms: the same of every pair of special values, written over the first of each. */
import { arithmetic } from '../pages/families.ts';
import { firstOf, secondOf } from './binary.ts';
import { CLASSES, elementOf } from './classes.ts';
import { once, Program } from './program.ts';
import { rung, type Table } from './rung.ts';

export const inPlaceTable: Table = (page, dtype) => {
  const { name: op, inplace } = page;
  if (inplace === undefined || dtype !== 'float32') return [];
  const program = new Program();
  const operands = ['u'];
  if (arithmetic(page)) {
    const pairs = firstOf(op).flatMap((a) => secondOf(op).map((b) => [a, b] as const));
    program.tensor(
      'x',
      dtype,
      [pairs.length],
      pairs.map(([a]) => elementOf(a, dtype)),
    );
    program.tensor(
      'y',
      dtype,
      [pairs.length],
      pairs.map(([, b]) => elementOf(b, dtype)),
    );
    operands.push('y');
  } else
    program.tensor(
      'x',
      dtype,
      [CLASSES.length],
      CLASSES.map((one) => elementOf(one, dtype)),
    );
  program.call('clone', ['x'], 'u');
  program.call(inplace, operands);
  program.look(once[dtype], 'u');
  return [rung(page, dtype, 'in-place', 'C1', `${inplace} writes what ${op} gives of special values`, program)];
};
