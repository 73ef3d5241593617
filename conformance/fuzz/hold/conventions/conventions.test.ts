import { describe, expect, test } from 'vitest';
import reference from '../../../adapters/reference/index.ts';
import { wrongOp } from '../../../faults/laws/fault.ts';
import type { Call, Tools } from '../../../mutants/mutation.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { inProcess } from '../../../run/in-process.ts';
import type { OpStep } from '../../../values/case.ts';
import type { Program } from '../../draw/program.ts';
import { compare } from '../compare.ts';
import { type Kept, none, rows, type Way, where } from './sample.ts';

const against = await inProcess(reference);
/** The op, and what comes back through it. */
const programOf = ({ op, options }: Kept, operands: Kept['at']): Program => {
  const names = operands.map((_, k) => `x${k}`);
  const steps: OpStep[] = [
    { op, in: names, with: options ?? {}, out: options?.dim === undefined ? 'y' : ['y', 'i'] },
    { op: 'mul', in: ['y', 3], out: 'z' },
    { op: 'sum', in: ['z'], out: 's' },
    { op: 'backward', in: ['s'] },
  ];
  const data = (list: readonly number[]) => list.map((x) => (Number.isFinite(x) ? x : String(x)));
  return {
    inputs: Object.fromEntries(
      operands.map((list, k) => [
        names[k]!,
        { dtype: 'float32', shape: [list.length], data: data(list), requires_grad: true },
      ]),
    ),
    ops: steps,
    observe: ['y', 'z', ...names.map((name) => `${name}.grad`)],
  };
};

const library = ({ op, way }: Kept) => inProcess(wrongOp(op, (right, tools) => way(tools, right))());

/** The same library, which turns wrong at some time. */
const turning = async ({ op, way }: Kept, wrong: Way) => {
  let turned = false;
  const fault = wrongOp(op, (right, tools) => {
    const kept = way(tools, right);
    const other = wrong(tools, kept);
    return (...args) => (turned ? other : kept)(...args);
  });
  const turn = (): void => {
    turned = true;
  };
  return { tested: await inProcess(fault()), turn };
};

const onResult =
  (change: (y: unknown, tools: Tools) => unknown): Way =>
  (tools, kept) =>
  (...args) => {
    const actual = kept(...args);
    const [y, ...more] = Array.isArray(actual) ? actual : [actual];
    return more.length > 0 ? [change(y, tools), ...more] : change(y, tools);
  };
const otherValue = onResult((y, { ops }) => ops.add!(ops.mul!(y, 0, none), 7, none));
const twiceTheGradient = onResult((y, { ops, detach }) => ops.add!(y, ops.sub!(y, detach(y), none), none));

const differs = expect.objectContaining({ status: 'differs' });

describe.each(rows.map((row, i) => [`${i + 1}: ${row.id} of ${row.op}`, row] as const))('%s', (_, row) => {
  test('is no difference at the point, and is named', async () => {
    const compared = await compare(programOf(row, row.at), { tested: await library(row), against });
    expect(compared).toEqual({
      status: 'skipped',
      why: `a library may choose so, and document it (${row.id})`,
    });
  });

  test('agrees beside the point', async () => {
    const compared = await compare(programOf(row, row.beside), { tested: await library(row), against });
    expect(compared).toMatchObject({ status: 'agrees' });
  });

  // Twice 0 is 0, twice NaN is NaN, and a tie that comes apart gives any gradient by rounding.
  const wrongs = /^(abs|p?relu)/.test(row.id) ? [otherValue, twiceTheGradient] : [otherValue];
  test.each(wrongs.map((wrong, i) => [i, wrong] as const))(
    'excuses nothing else at the point, %i',
    async (_, wrong) => {
      const { tested, turn } = await turning(row, wrong);
      const program = programOf(row, row.at);
      expect(await compare(program, { tested, against })).toMatchObject({ status: 'skipped' });
      turn();
      expect(await compare(program, { tested, against })).toEqual(differs);
    },
  );
});

test('what no convention gives at such a point is a difference', async () => {
  const third = { ...rows[3]!, way: where('eq', 0, (x, { ops }) => ops.mul!(x, 0.7, none)) };
  expect(await compare(programOf(third, third.at), { tested: await library(third), against })).toEqual(differs);
});

test('a library is held to one choice', async () => {
  const fickle = {
    ...rows[3]!,
    way: (tools: Tools, right: Call): Call => {
      const [half, one] = [rows[4]!, rows[3]!].map(({ way }) => way(tools, right));
      return (x, ...rest) => (tools.shape(x)[0] === 4 ? half! : one!)(x, ...rest);
    },
  };
  const tested = await library(fickle);
  expect(await compare(programOf(fickle, [[0, 1, 2]]), { tested, against })).toMatchObject({ status: 'skipped' });
  expect(await compare(programOf(fickle, [[0, 1, 2, 3]]), { tested, against })).toEqual(differs);
});

test('every convention of a page is known here, but for the one that an option asks for', () => {
  const named = Object.values(pages).flatMap(({ name, conventions = [] }) => conventions.map((id) => `${name} ${id}`));
  const asked = named.filter((one) => !one.endsWith(' biased-variance'));
  expect([...new Set(rows.map(({ op, id }) => `${op} ${id}`))].sort()).toEqual(asked.sort());
});
