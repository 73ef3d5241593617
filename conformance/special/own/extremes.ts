/** The largest and the least of elements, and what is taken beside the largest, where infinities stand beside the largest numbers, and zeros beside small ones. */
import { both, chooses, reduces } from '../../pages/families.ts';
import { firstOf, isSoftmax } from '../along.ts';
import { type Class, elementOf, WIDE } from '../classes.ts';
import { beside1, Program, stepOf } from '../program.ts';
import { rung, type Table } from '../rung.ts';

/** Each first, in the middle and last, beside what a library takes it for that does not have it. */
const ROWS: readonly (readonly Class[])[] = (
  [
    ['inf', 'max'],
    ['minus_inf', 'minus_max'],
    ['zero', 'half'],
    ['minus_zero', 'half'],
    ['minus_zero', 'minus_half'],
  ] as const
).flatMap(([one, other]) => [0, 1, 2].map((place): Class[] => [other, other].toSpliced(place, 0, one as never)));

/** Of one row after the other, of all its elements. */
export const extremes: Table = (page, dtype) => {
  const { name: op } = page;
  const picks = both(chooses, reduces)(page);
  if (!(picks || isSoftmax(page)) || !WIDE.includes(dtype)) return [];
  const program = new Program();
  const elements = ROWS.flat().map((one) => elementOf(one, dtype));
  program.tensor('x', dtype, [ROWS.length, 3], elements);
  program.ops.push({
    for: 'r',
    of: 'x',
    ops: [stepOf(op, ['r'], firstOf(page, 'm'), picks ? {} : { dim: 0 }), stepOf('record', ['m'], 'y')],
  });
  program.look(picks ? undefined : beside1[dtype], 'y');
  const says = `${op} tells infinities from the largest numbers, and zeros from small ones,`;
  return [rung(page, dtype, 'extremes', 'C5', says, program)];
};
