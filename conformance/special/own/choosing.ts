/** `where`, which takes every element as it is, and `equal`, which looks at all of them. */
import type { Literal } from '../../values/case.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, elementOf, literalOf, WIDE } from '../classes.ts';
import { Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';

const all = (dtype: FloatDtype) => CLASSES.map((one) => elementOf(one, dtype));

/** Two tables, of the elements that are taken and of those that are not; then numbers on either side. */
function chosen(dtype: FloatDtype): Program {
  const program = new Program();
  const ask = (condition: string, input: Literal, other: Literal, out: string): void => {
    program.call('where', [condition, input, other], out);
    program.look(undefined, out);
  };
  program.tensor('both', 'bool', [2, 1, 1], [true, false]);
  program.tensor('x', dtype, [CLASSES.length, 1], all(dtype));
  program.tensor('y', dtype, [CLASSES.length], all(dtype));
  ask('both', 'x', 'y', 'z');
  if (!WIDE.includes(dtype)) return program;
  program.tensor('one_way', 'bool', [2, 1], [true, false]);
  for (const one of CLASSES) {
    ask('one_way', 'y', literalOf(one, dtype), `z_or_${one}`);
    ask('one_way', literalOf(one, dtype), 'y', `z_if_${one}`);
  }
  return program;
}

export const where: Table = (page, dtype) =>
  page.name === 'where'
    ? [rung(page, dtype, 'values', 'C1', 'where takes special values as they are', chosen(dtype))]
    : [];

/** Each beside itself, as the same tensor and as another one, and beside every other. */
function equals(dtype: FloatDtype): Program {
  const program = new Program();
  for (const one of CLASSES) {
    program.tensor(one, dtype, [2], [0.25, elementOf(one, dtype)]);
    program.call('clone', [one], `${one}_again`);
  }
  for (const [k, one] of CLASSES.entries()) {
    const others = WIDE.includes(dtype) ? CLASSES.slice(k + 1) : CLASSES.slice(k + 1, k + 2);
    for (const other of [one, `${one}_again`, ...others]) {
      const out = `${one}_and_${other}`;
      program.call('equal', [one, other], out);
      program.look(undefined, out);
    }
  }
  return program;
}

export const equal: Table = (page, dtype) =>
  page.name === 'equal'
    ? [rung(page, dtype, 'values', 'C1', 'equal of every pair of special values', equals(dtype))]
    : [];
