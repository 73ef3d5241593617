import { describe, expect, test } from 'vitest';
import reference from '../../../adapters/reference/index.ts';
import { wrongOp } from '../../../faults/laws/fault.ts';
import type { Call, Tools } from '../../../mutants/mutation.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { inProcess } from '../../../run/in-process.ts';
import type { Literal, OpStep } from '../../../values/case.ts';
import type { Program } from '../../draw/program.ts';
import { compare } from '../compare.ts';

const against = await inProcess(reference);
const none = {};
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** As a library does it that has this convention, by another way than the suite states it. */
type Way = (tools: Tools, right: Call) => Call;

interface Kept {
  readonly id: string;
  readonly op: string;
  readonly way: Way;
  /** Operands that come to the point. */
  readonly at: readonly (readonly number[])[];
  readonly options?: Readonly<Record<string, Literal>>;
  /** Operands that do not. */
  readonly beside: readonly (readonly number[])[];
}

const first =
  (op: 'max' | 'min', of: (x: unknown, tools: Tools) => unknown = (x) => x): Way =>
  (tools) =>
  (x) =>
    (tools.ops[op]!(tools.ops.flatten!(of(x, tools), none), { dim: 0 }) as readonly unknown[])[0];

/** Each element that attains it adds what it lacks to itself, with this share of the gradient. */
const added =
  (share: (count: unknown, { ops }: Tools) => unknown): Way =>
  (tools, right) =>
  (x, o) => {
    const { ops } = tools;
    const got = right(x, o);
    const [values, ...rest] = Array.isArray(got) ? got : [got];
    const ties = ops.eq!(x, tools.detach(values), none);
    const weight = share(ops.sum!(ties, { dim: 0, keepdim: true }), tools);
    const terms = ops.mul!(ops.mul!(ops.sub!(x, tools.detach(x), none), ties, none), weight, none);
    const out = ops.add!(tools.detach(values), ops.sum!(terms, none), none);
    return rest.length > 0 ? [out, ...rest] : out;
  };

const where =
  (condition: string, by: number, then: (x: unknown, tools: Tools, right: Call) => unknown): Way =>
  (tools, right) =>
  (x, ...rest) => {
    const { ops } = tools;
    return ops.where!(ops[condition]!(x, by, none), then(x, tools, right), right(x, ...rest), none);
  };

const pair =
  (condition: string): Way =>
  ({ ops }) =>
  (a, b) =>
    ops.where!(ops[condition]!(a, b, none), a, b, none);

const rows: readonly Kept[] = [
  {
    id: 'sign-of-nan',
    op: 'sign',
    way: (tools, right) => (x, o) => {
      const { ops } = tools;
      return ops.where!(ops.ne!(x, x, none), nan, right(x, o), none);
    },
    at: [[nan, -2, 3]],
    beside: [[1, -2, 3]],
  },
  { id: 'abs-gradient-at-zero', op: 'abs', way: where('ge', 0, (x) => x), at: [[0, -2, 3]], beside: [[1, -2, 3]] },
  {
    id: 'abs-gradient-at-zero',
    op: 'abs',
    way: where('le', 0, (x, { ops }) => ops.add!(ops.neg!(x, none), 0, none)),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'relu-gradient-one-at-zero',
    op: 'relu',
    way: where('ge', 0, (x) => x),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'relu-gradient-half-at-zero',
    op: 'relu',
    way: (tools) => (x) => tools.ops.maximum!(x, tools.ops.zeros_like!(x, none), none),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'prelu-gradient-one-at-zero',
    op: 'prelu',
    way: where('ge', 0, (x) => x),
    at: [[0, -2, 3], [0.5]],
    beside: [[1, -2, 3], [0.5]],
  },
  {
    id: 'norm-gradient-first-maximum',
    op: 'norm',
    options: { p: { float: 'Infinity' } },
    way: (tools, right) => (x, o) => {
      const { p } = o as { readonly p: number };
      const magnitudes = first('max', () => tools.ops.abs!(x, none))(tools, right);
      return p === infinity ? magnitudes(x) : right(x, o);
    },
    at: [[1, -3, 3]],
    beside: [[1, -3, 2]],
  },
  ...(['max', 'min'] as const).flatMap((op): Kept[] => {
    const [at, beside] = [[[2, -2, 2, -2]], [[2, 1, 3, -2]]];
    return [
      { id: 'tie-to-one', op, way: first(op), at, beside },
      { id: 'tie-to-one', op, way: first(op), at: [[infinity, -infinity, infinity, -infinity]], beside },
      { id: 'tie-shared', op, options: { dim: 0 }, way: added((k, { ops }) => ops.div!(1, k, none)), at, beside },
    ];
  }),
  ...[
    ['maximum', 'gt', 'ge'],
    ['minimum', 'lt', 'le'],
  ].flatMap(([op = '', strict = '', weak = '']): Kept[] => {
    const [at, beside] = [
      [
        [2, 3, 1],
        [2, 1, 3],
      ],
      [
        [2, 3, 1],
        [4, 1, 3],
      ],
    ];
    return [
      { id: 'tie-to-one', op, way: pair(weak), at, beside },
      { id: 'tie-to-one', op, way: pair(strict), at, beside },
    ];
  }),
];

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
    const got = kept(...args);
    const [y, ...more] = Array.isArray(got) ? got : [got];
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
