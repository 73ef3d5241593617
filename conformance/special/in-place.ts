/** In-place forms: the same of every pair of special values, written over the first of each, and the gradients of both. */
import { arithmetic } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { firstOf, pairsOf, pairwise, secondOf } from './binary.ts';
import { CLASSES, type Class, elementOf } from './classes.ts';
import { isOpen, type Part } from './left-open/index.ts';
import { often, once, Program } from './program.ts';
import { rung, type Table } from './rung.ts';

export const inPlaceTable: Table = (page, dtype) => {
  const { name: op, inplace } = page;
  // What products are added to stands in their own table.
  const several = page.operands.length > 1 && !arithmetic(page);
  if (inplace === undefined || several || dtype !== 'float32') return [];
  const says = `${inplace} writes what ${op} gives of special values`;
  return [
    rung(page, dtype, 'in-place', 'C1', says, values(page, inplace, dtype)),
    rung(
      page,
      dtype,
      'in-place-gradient',
      'C2',
      `the gradient of ${inplace} at special values that it writes over`,
      gradient(page, inplace, dtype),
    ),
  ];
};

const asked = (op: string, dtype: FloatDtype, part: Part): readonly Class[] =>
  CLASSES.filter((one) => !isOpen({ op, dtype, part, classes: [one] }));

function column(program: Program, classes: readonly Class[], dtype: FloatDtype, leaf: boolean): readonly number[] {
  const elements = classes.map((one) => elementOf(one, dtype));
  program.tensor('x', dtype, [classes.length], elements, leaf);
  return [classes.length];
}

function values(page: Page, inplace: string, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  const operands = ['u'];
  if (arithmetic(page)) {
    const pairs = firstOf(op).flatMap((a) => secondOf(op).map((b) => [a, b] as const));
    pairwise(program, pairs, dtype, false);
    operands.push('y');
  } else column(program, asked(op, dtype, 'value'), dtype, false);
  program.call('clone', ['x'], 'u');
  program.call(inplace, operands);
  program.look(once[dtype], 'u');
  return program;
}

/** Of a copy: a leaf is written over by nobody. */
function gradient(page: Page, inplace: string, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  const operands = ['u'];
  if (arithmetic(page)) operands.push('y');
  const shape = arithmetic(page)
    ? pairwise(program, pairsOf(op, dtype, 'gradient'), dtype, true)
    : column(program, asked(op, dtype, 'gradient'), dtype, true);
  program.call('clone', ['x'], 'u');
  program.call(inplace, operands);
  program.differentiate('u', dtype, shape);
  program.look(often[dtype], 'x.grad', ...operands.slice(1).map((name) => `${name}.grad`));
  return program;
}
