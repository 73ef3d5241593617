/** Ops of two tensors that stretch to each other: every pair of special values. */
import { arithmetic, besideNumber, binary, differentiable, numberOnEitherSide } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { CLASSES, type Class, elementOf, literalOf, WIDE } from './classes.ts';
import { isOpen, type Part, type Question } from './left-open/index.ts';
import { often, once, Program } from './program.ts';
import { rung, type Table } from './rung.ts';
import { waysOf } from './ways.ts';

type Pair = readonly [Class, Class];

/** What an op is asked beside the classes that every op is asked, of its first operand and of its second. */
const MORE: Readonly<Record<string, readonly [readonly Class[], readonly Class[]]>> = {
  pow: [['minus_half'], ['minus_two', 'minus_three', 'minus_half']],
};
export const firstOf = (op: string): readonly Class[] => [...CLASSES, ...(MORE[op]?.[0] ?? [])];
export const secondOf = (op: string): readonly Class[] => [...CLASSES, ...(MORE[op]?.[1] ?? [])];

export const pairsOf = (op: string, dtype: FloatDtype, part: Part): readonly Pair[] =>
  firstOf(op).flatMap((a) =>
    secondOf(op)
      .map((b): Pair => [a, b])
      .filter((classes) => !isOpen({ op, dtype, part, classes })),
  );

const toleranceOf = ({ accuracy }: Page, dtype: FloatDtype) => (accuracy === 'exact' ? undefined : once[dtype]);

export const binaryTable: Table = (page, dtype) => {
  if (!binary(page)) return [];
  const { name: op } = page;
  return [
    rung(page, dtype, 'values', 'C1', `${op} of every pair of special values`, values(page, dtype)),
    ...(page.accuracy === 'exact'
      ? []
      : [rung(page, dtype, 'zeros', 'C3', `the signs of the zeros that ${op} gives`, zeros(page, dtype))]),
    ...(besideNumber(page) && WIDE.includes(dtype)
      ? [rung(page, dtype, 'numbers', 'C4', `${op} of special values and numbers`, numbers(page, dtype))]
      : []),
    ...(differentiable(page) && arithmetic(page)
      ? [
          rung(
            page,
            dtype,
            'gradient',
            'C2',
            `the gradients of ${op} at every pair of special values`,
            gradient(page, dtype),
          ),
        ]
      : []),
  ];
};

const elements = (classes: readonly Class[], dtype: FloatDtype) => classes.map((one) => elementOf(one, dtype));

/** A column and a row, or pair by pair where some are not asked. */
function values(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  const [first, second] = [firstOf(op), secondOf(op)];
  const pairs = pairsOf(op, dtype, 'value');
  if (pairs.length === first.length * second.length) {
    program.tensor('x', dtype, [first.length, 1], elements(first, dtype));
    program.tensor('y', dtype, [second.length], elements(second, dtype));
  } else pairwise(program, pairs, dtype, false);
  for (const [way, options] of waysOf(op)) {
    program.call(op, ['x', 'y'], `z${way}`, options);
    program.look(toleranceOf(page, dtype), `z${way}`);
  }
  return program;
}

export function pairwise(
  program: Program,
  pairs: readonly Pair[],
  dtype: FloatDtype,
  leaf: boolean,
): readonly number[] {
  const shape = [pairs.length];
  for (const [k, name] of ['x', 'y'].entries()) {
    program.tensor(
      name,
      dtype,
      shape,
      elements(
        pairs.map((pair) => pair[k]!),
        dtype,
      ),
      leaf,
    );
  }
  return shape;
}

/** Those that make the sign of a zero, or show it: what they give is exact in every dtype, and their signs count at every tier. */
const SIGNED: readonly Class[] = ['zero', 'minus_zero', 'inf', 'minus_inf'];

function zeros(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  const [first, second] = [firstOf(op), secondOf(op)];
  program.tensor('x', dtype, [first.length, 1], elements(first, dtype));
  program.tensor('y', dtype, [second.length], elements(second, dtype));
  program.tensor('u', dtype, [SIGNED.length, 1], elements(SIGNED, dtype));
  program.tensor('v', dtype, [SIGNED.length], elements(SIGNED, dtype));
  for (const [way, options] of waysOf(op)) {
    program.call(op, ['u', 'y'], `z${way}`, options);
    program.call(op, ['x', 'v'], `w${way}`, options);
    program.look('exact', `z${way}`, `w${way}`);
  }
  return program;
}

/** A number in the place of either operand that may be one. */
function numbers(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  const [first, second] = [firstOf(op), secondOf(op)];
  /** The tensor beside a number: of all classes, or of those that are asked. */
  const beside = (
    name: string,
    number: Class,
    all: readonly Class[],
    asked: (one: Class) => Omit<Question, 'op' | 'dtype'>,
  ): string => {
    const some = all.filter((one) => !isOpen({ op, dtype, ...asked(one) }));
    return program.tensor(
      some.length < all.length ? `${name}_${number}` : name,
      dtype,
      [some.length],
      elements(some, dtype),
    );
  };
  for (const number of second) {
    const x = beside('x', number, first, (one) => ({ part: 'number second', classes: [one, number] }));
    program.call(op, [x, literalOf(number, dtype)], `z_after_${number}`);
    program.look(toleranceOf(page, dtype), `z_after_${number}`);
  }
  for (const number of numberOnEitherSide(page) ? first : []) {
    const y = beside('y', number, second, (one) => ({ part: 'number first', classes: [number, one] }));
    program.call(op, [literalOf(number, dtype), y], `z_before_${number}`);
    program.look(toleranceOf(page, dtype), `z_before_${number}`);
  }
  return program;
}

function gradient(page: Page, dtype: FloatDtype): Program {
  const program = new Program();
  const shape = pairwise(program, pairsOf(page.name, dtype, 'gradient'), dtype, true);
  program.call(page.name, ['x', 'y'], 'z');
  program.differentiate('z', dtype, shape);
  program.look(often[dtype], 'x.grad', 'y.grad');
  return program;
}
