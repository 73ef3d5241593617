/** Special values that come back to an op: where its slope is 0 they are stopped, or are NaN, as its formula says. */
import { arithmetic, differentiable, goesAlong, reduces } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { Element } from '../values/case.ts';
import { slopesOf } from './along.ts';
import { type Class, elementOf } from './classes.ts';
import { often, Program } from './program.ts';
import { rung, type Table } from './rung.ts';
import { computes } from './unary.ts';
import { waysOf } from './ways.ts';

/** None that is rounded where it is multiplied; a prime number, so that each meets each element. */
const COMING_BACK: readonly Class[] = ['nan', 'inf', 'minus_inf', 'zero', 'minus_zero', 'one', 'minus_three_halves'];

const coming = (): readonly Element[] => COMING_BACK.map((one) => elementOf(one, 'float32'));

function weighed(program: Program, y: string, shape: readonly number[], cotangent: readonly Element[]): void {
  program.tensor('c', 'float32', shape, cotangent);
  program.call('mul', [y, 'c'], 'p');
  program.call('sum', ['p'], 's');
  program.call('backward', ['s']);
}

/** No two equal, and none beside a kink. */
const OPERANDS: readonly (readonly number[])[] = [
  [0.75, -0.75, 1.5],
  [2, 0.5, -3, 1.25],
];

/** Where its own slope is all but 0 there, an op is asked elsewhere. */
const ELSEWHERE: Readonly<Record<string, readonly number[]>> = {
  gelu: [0.75, -0.5, 1.5],
  lgamma: [0.75, -0.75, 3],
};

function elementwise({ name: op, operands }: Page): Program {
  const program = new Program();
  const shape = [COMING_BACK.length * (operands.length === 1 ? 3 : 12)];
  const names = operands.map((_, k) =>
    program.tensor(k === 0 ? 'x' : 'y', 'float32', shape, ELSEWHERE[op] ?? OPERANDS[k]!, true),
  );
  program.call(op, names, 'z');
  weighed(program, 'z', shape, coming());
  program.look(often.float32, ...names.map((name) => `${name}.grad`));
  return program;
}

/** Beside 1 and −2, in each place of a row, where an op has a result for each element; one for each row where it has one. */
function along(page: Page): Program {
  const program = new Program();
  const rows = reduces(page) ? COMING_BACK.length : 3 * COMING_BACK.length;
  program.tensor('x', 'float32', [rows, 3], [0.25, -0.5, 1], true);
  const out = page.results.length > 1 ? ['y', 'i'] : 'y';
  program.call(page.name, ['x'], out, { ...waysOf(page.name)[0]![1], dim: -1 });
  const placed = coming().flatMap((one) => [0, 1, 2].flatMap((place) => [1, -2].toSpliced(place, 0, one as never)));
  weighed(program, 'y', reduces(page) ? [rows] : [rows, 3], reduces(page) ? coming() : placed);
  program.look(slopesOf(page, 'float32'), 'x.grad');
  return program;
}

export const cotangentTable: Table = (page, dtype) => {
  if (dtype !== 'float32' || !differentiable(page)) return [];
  const says = `special values that come back to ${page.name}`;
  if (computes(page) || arithmetic(page)) return [rung(page, dtype, 'cotangents', 'C7', says, elementwise(page))];
  return goesAlong(page) ? [rung(page, dtype, 'cotangents', 'C7', says, along(page))] : [];
};
