/** Ops along an axis: each special value first, in the middle and last in a row, beside each other one, alone, and on nothing. */
import { goesAlong, reduces } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import { resultsGiven } from '../pages/results.ts';
import type { OpStep, Tolerance } from '../values/case.ts';
import { element } from '../values/decimal.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { CLASSES, type Class, elementOf, WIDE } from './classes.ts';
import { isOpen, type Part, type Row, raisesOnNothing } from './left-open/index.ts';
import { beside1, often, once, Program, stepOf } from './program.ts';
import { rung, type Table } from './rung.ts';
import { recordedWaysOf, waysOf } from './ways.ts';

/** What stands beside a special value: no tie with any, no product or power that is rounded, no probability near 1. */
const BESIDE: Readonly<Record<string, readonly [number, number]>> = {
  prod: [4, -8],
  cumprod: [0.25, -0.5],
  std: [4, -4],
  std_mean: [4, -4],
  softmax: [0.25, -0.5],
  log_softmax: [0.25, -0.5],
  softmin: [0.25, -0.5],
  logsumexp: [0.25, -0.5],
};
const PLAIN = [0.25, -2.5] as const;

/** The rows of a kind that an op is asked: its elements are classes, or numbers beside one. */
function rowsOf(op: string, way: string, dtype: FloatDtype, part: Part, row: Row): readonly (Class | number)[][] {
  const beside = BESIDE[op] ?? PLAIN;
  const asked = (...classes: Class[]): boolean => !isOpen({ op: `${op}${way}`, dtype, part, row, classes });
  switch (row) {
    case 'alone':
      return CLASSES.filter((one) => asked(one)).map((one) => [one]);
    case 'placed':
      return CLASSES.filter((one) => asked(one)).flatMap((one) =>
        [0, 1, 2].map((place) => beside.toSpliced(place, 0, one as never)),
      );
    case 'pair':
      return CLASSES.flatMap((a) => CLASSES.filter((b) => asked(a, b)).map((b) => [a, b]));
  }
}

/** A tensor of rows; its name says of which, and for which way if that is asked others than the rest. */
function give(
  program: Program,
  rows: readonly (Class | number)[][],
  dtype: FloatDtype,
  name: string,
  leaf = false,
): string {
  const elements = rows.flat().map((one) => (typeof one === 'number' ? element(one, dtype) : elementOf(one, dtype)));
  return program.tensor(name, dtype, [rows.length, rows[0]!.length], elements, leaf);
}

export const isSoftmax = ({ name }: Page): boolean => /soft(max|min)$/.test(name);
const nearOf = (page: Page, dtype: FloatDtype): Tolerance | undefined =>
  page.accuracy === 'exact' ? undefined : isSoftmax(page) ? beside1[dtype] : once[dtype];
export const slopesOf = (page: Page, dtype: FloatDtype): Tolerance => (isSoftmax(page) ? beside1[dtype] : often[dtype]);

/** Which element stands beside which is asked where their numbers have most digits, of slopes once: how they meet is no matter of the dtype. */
const rowsAsked = (dtype: FloatDtype, part: Part): readonly Row[] =>
  (part === 'value' ? WIDE.includes(dtype) : dtype === 'float32') ? ['placed', 'pair', 'alone'] : ['placed', 'alone'];

/** The results of a call along an axis: those with values first. A mean beside a spread is left open where that is NaN (var_mean.C4). */
const outOf = (page: Page, suffix: string): OpStep['out'] => {
  if (page.results.length < 2) return `y${suffix}`;
  return [`y${suffix}`, page.results[1]!.name === 'mean' ? null : `i${suffix}`];
};
/** The first result of a call without an axis. */
export const firstOf = (page: Page, name: string): OpStep['out'] =>
  resultsGiven(page, []).length > 1 ? [name, null] : name;
const namesOf = (out: OpStep['out']): readonly string[] => [out].flat().filter((name) => typeof name === 'string');

export const alongTable: Table = (page, dtype) => {
  if (!goesAlong(page)) return [];
  const { name: op } = page;
  const slopes = page.differentiable.length > 0;
  const whole = reduces(page) && !page.required?.includes('dim') && WIDE.includes(dtype);
  return [
    rung(page, dtype, 'values', 'C5', `${op} along rows that hold special values`, values(page, dtype)),
    ...(slopes
      ? [
          rung(
            page,
            dtype,
            'gradient',
            'C2',
            `the gradient of ${op} along rows that hold special values`,
            gradient(page, dtype),
          ),
        ]
      : []),
    ...(whole ? [rung(page, dtype, 'all', 'C5', `${op} of tensors that hold special values`, all(page, dtype))] : []),
    // Of rows apart each element is once the first and once the last of all.
    ...(dtype === 'float32' && (!reduces(page) || page.required?.includes('dim'))
      ? [rung(page, dtype, 'rows-apart', 'C5', `${op} of one row after another`, all(page, dtype))]
      : []),
    ...(whole && slopes && dtype === 'float32'
      ? [
          rung(
            page,
            dtype,
            'gradient-of-all',
            'C2',
            `the gradient of ${op} of tensors that hold special values`,
            gradientOfAll(page, dtype),
          ),
        ]
      : []),
  ];
};

function values(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  for (const [way, options] of waysOf(op)) {
    // How many there are beside each other makes no difference to a power: it is asked of pairs once.
    for (const row of rowsAsked(dtype, 'value').filter((one) => one !== 'pair' || way === '' || op !== 'norm')) {
      const rows = rowsOf(op, way, dtype, 'value', row);
      const out = outOf(page, `_${row}${way}`);
      program.call(op, [give(program, rows, dtype, `x_${row}${way}`)], out, { ...options, dim: -1 });
      program.look(nearOf(page, dtype), ...namesOf(out));
    }
    if (raisesOnNothing(`${op}${way}`)) continue;
    const out = outOf(page, `_nothing${way}`);
    program.call(op, [program.tensor('x_nothing', dtype, [2, 0], [])], out, { ...options, dim: -1 });
    program.look(nearOf(page, dtype), ...namesOf(out));
  }
  return program;
}

function gradient(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  for (const [way, options] of recordedWaysOf(op)) {
    for (const row of way === '' ? rowsAsked(dtype, 'gradient') : (['placed'] as const)) {
      const rows = rowsOf(op, way, dtype, 'gradient', row);
      if (rows.length === 0) continue;
      const x = give(program, rows, dtype, `x_${row}${way}`, true);
      const out = outOf(page, `_${row}${way}`);
      program.call(op, [x], out, { ...options, dim: -1 });
      const shape = reduces(page) ? [rows.length] : [rows.length, rows[0]!.length];
      program.differentiate(namesOf(out)[0]!, dtype, shape, `_${row}${way}`);
      program.look(slopesOf(page, dtype), `${x}.grad`);
    }
  }
  return program;
}

/** Of all elements, where a library often goes another way: which power it is makes no difference then. */
const waysOfAll = (op: string) => waysOf(op).slice(0, op === 'norm' ? 1 : undefined);

function all(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  for (const [way, given] of waysOfAll(op)) {
    const options = reduces(page) && !page.required?.includes('dim') ? given : { ...given, dim: 0 };
    for (const row of ['placed', 'alone'] as const) {
      const x = give(program, rowsOf(op, way, dtype, 'value', row), dtype, `x_${row}${way}`);
      const y = `y_${row}${way}`;
      const [r, m] = [`r_${row}${way}`, `m_${row}${way}`];
      program.ops.push({ for: r, of: x, ops: [stepOf(op, [r], firstOf(page, m), options), stepOf('record', [m], y)] });
      program.look(nearOf(page, dtype), y);
    }
    if (raisesOnNothing(`${op}${way}`)) continue;
    const nothing = program.tensor('x_nothing', dtype, [0], []);
    program.call(op, [nothing], firstOf(page, `y_nothing${way}`), options);
    program.look(nearOf(page, dtype), `y_nothing${way}`);
  }
  return program;
}

function gradientOfAll(page: Page, dtype: FloatDtype): Program {
  const { name: op } = page;
  const program = new Program();
  for (const [way, options] of waysOfAll(op)) {
    const rows = rowsOf(op, way, dtype, 'gradient', 'placed').filter((_, k) => k % 3 === 1);
    const x = give(program, rows, dtype, `x${way}`, true);
    const [r, m, p] = [`r${way}`, `m${way}`, `p${way}`];
    program.ops.push({
      for: r,
      of: x,
      ops: [stepOf(op, [r], firstOf(page, m), options), stepOf('mul', [m, -1.5], p), stepOf('backward', [p])],
    });
    program.look(often[dtype], `${x}.grad`);
  }
  return program;
}
