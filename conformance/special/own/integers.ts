/** int64 beyond 2^53, where a number of float64 stands for several: no op may go by one. */
import {
  arithmetic,
  comparison,
  givesPlaces,
  goesAlong,
  keepsIntegers,
  reduces,
  widensIntegers,
} from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import type { Element } from '../../values/case.ts';
import { firstOf } from '../along.ts';
import { citing } from '../clauses.ts';
import { Program, stepOf } from '../program.ts';
import type { Table } from '../rung.ts';
import { computes } from '../unary.ts';

const NUMBERS: readonly Element[] = [
  '-9223372036854775808',
  '-9223372036854775807',
  '-9007199254740993',
  -1,
  0,
  1,
  3,
  '9007199254740992',
  '9007199254740993',
  '4611686018427387905',
  '9223372036854775806',
  '9223372036854775807',
];
/** Each beside its neighbour, which float64 does not tell from it. */
const NEIGHBOURS: readonly Element[] = [
  '9007199254740992',
  '9007199254740993',
  '9007199254740993',
  '9007199254740992',
  '9223372036854775806',
  '9223372036854775807',
  '9223372036854775807',
  '9223372036854775806',
  '-9223372036854775807',
  '-9223372036854775808',
  '-9223372036854775808',
  '-9223372036854775807',
];

/** The second operand, where not all numbers will do. */
const SECOND: Readonly<Record<string, readonly Element[]>> = {
  // The lowest number by −1 is more than there is.
  div: [3, -3, '9007199254740993'],
  pow: [0, 1, 2, 3],
};
const WAYS: Readonly<Record<string, readonly string[]>> = { div: ['trunc', 'floor'] };

function binary({ name: op }: Page): Program {
  const program = new Program();
  const second = SECOND[op] ?? NUMBERS;
  program.tensor('x', 'int64', [NUMBERS.length, 1], NUMBERS);
  program.tensor('y', 'int64', [second.length], second);
  for (const way of WAYS[op] ?? ['']) {
    program.call(op, ['x', 'y'], `z${way}`, way === '' ? {} : { rounding_mode: way });
    program.look(undefined, `z${way}`);
  }
  return program;
}

function unary({ name: op }: Page): Program {
  const program = new Program();
  program.tensor('x', 'int64', [NUMBERS.length], NUMBERS);
  program.call(op, ['x'], 'y');
  program.look(undefined, 'y');
  return program;
}

function along(page: Page): Program {
  const { name: op } = page;
  const program = new Program();
  const rows = NEIGHBOURS.length / 2;
  program.tensor('x', 'int64', [rows, 2], NEIGHBOURS);
  const out = page.results.length > 1 ? ['y', 'i'] : ['y'];
  program.call(op, ['x'], out.length > 1 ? out : 'y', { dim: -1 });
  program.look(undefined, ...out);
  if (!reduces(page)) return program;
  program.ops.push({
    for: 'r',
    of: 'x',
    ops: [stepOf(op, ['r'], firstOf(page, 'm')), stepOf('record', ['m'], 'whole')],
  });
  program.look(undefined, 'whole');
  return program;
}

export const integers: Table = (page, dtype) => {
  if (dtype !== 'float32') return [];
  const made =
    comparison(page) || (arithmetic(page) && keepsOrRounds(page))
      ? binary(page)
      : computes(page) && keepsIntegers(page)
        ? unary(page)
        : goesAlong(page) && (keepsIntegers(page) || widensIntegers(page) || givesPlaces(page))
          ? along(page)
          : undefined;
  if (made === undefined) return [];
  const says = `${page.name} tells integers beyond 2^53 from their neighbours`;
  return [{ id: 'int64-values', title: says, rules: citing(page.name, 'integers', 'C8'), program: made }];
};

/** `div` keeps integers with a rounding mode. */
const keepsOrRounds = (page: Page): boolean => keepsIntegers(page) || page.name in WAYS;
