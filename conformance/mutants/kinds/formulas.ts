/** Cheaper formulas than the right ones, and small numbers added lest something be 0. */
import type { Page } from '../../pages/page.ts';
import type { Called } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import { countOf, elementsOf } from '../calls/memory.ts';
import type { Toolbox } from '../mutation.ts';

/** What a library computes, with the library's own ops, of the call's first operand (and the second). */
type Formula = (o: Ops, x: unknown, called: Called) => unknown;

const NONE = {};
/** Ops without options. */
class Ops {
  readonly all: Toolbox;
  constructor(all: Toolbox) {
    this.all = all;
  }
  of(op: string, ...operands: readonly unknown[]): unknown {
    return this.all[op]!(...operands, NONE);
  }
}

const dims = ({ options: { dim, axis, keepdim = false } }: Called): object => ({
  ...(dim == null && axis == null ? {} : { dim: dim ?? axis, keepdim }),
});
const row = ({ options: { dim } }: Called): object => ({ dim, keepdim: true });

/** E[x²] − E[x]², with Bessel's correction. */
const onePass: Formula = (o, x, called) => {
  const { unbiased = true, correction = unbiased ? 1 : 0 } = called.options as {
    unbiased?: boolean;
    correction?: number;
  };
  const mean = o.all.mean!(x, dims(called));
  const squares = o.all.mean!(o.of('mul', x, x), dims(called));
  const n = countOf(called.tools.shape(x)) / countOf(called.tools.shape(mean));
  return o.of('mul', o.of('sub', squares, o.of('mul', mean, mean)), n / (n - correction));
};

const exponentials: Formula = (o, x, called) => {
  const e = o.of('exp', x);
  return o.of('div', e, o.all.sum!(e, row(called)));
};
/** The largest of a row, or 0 if that is larger. */
const fromZero: Formula = (o, x, called) => {
  const [largest] = o.all.max!(x, row(called)) as [unknown];
  return o.of('maximum', largest, o.of('zeros_like', largest));
};
const logSum: Formula = (o, x, called) => o.of('log', o.all.sum!(o.of('exp', x), row(called)));

const FORMULAS: Readonly<Record<string, Readonly<Record<string, Formula>>>> = {
  var: { 'in one pass': onePass },
  std: {
    'in one pass': (o, x, called) => o.of('sqrt', onePass(o, x, called)),
    'root of the variance + 1e-8': (o, x, called) => o.of('sqrt', o.of('add', o.all.var!(x, called.options), 1e-8)),
  },
  softmax: {
    'without the maximum subtracted': exponentials,
    'a maximum that starts at 0': (o, x, called) => exponentials(o, o.of('sub', x, fromZero(o, x, called)), called),
  },
  softmin: { 'without the minimum subtracted': (o, x, called) => exponentials(o, o.of('neg', x), called) },
  log_softmax: {
    'without the maximum subtracted': (o, x, called) => o.of('sub', x, logSum(o, x, called)),
    'logarithm of the softmax': (o, x, called) => o.of('log', o.all.softmax!(x, called.options)),
    'a maximum that starts at 0': (o, x, called) => {
      const least = o.of('sub', x, fromZero(o, x, called));
      return o.of('sub', least, logSum(o, least, called));
    },
  },
  cross_entropy: {
    'logarithm of the softmax': (o, x, called) =>
      lossOf(o, x, called, (t, dim) => o.of('log', o.all.softmax!(t, { dim }))),
  },
  norm: {
    '1e-6 added': (o, _, { result }) => o.of('add', result, 1e-6),
    'root of the sum + 1e-12': (o, _, { result }) => o.of('sqrt', o.of('add', o.of('mul', result, result), 1e-12)),
  },
  sigmoid: {
    'eˣ / (1 + eˣ)': (o, x) => o.of('div', o.of('exp', x), o.of('add', o.of('exp', x), 1)),
    '1 − 1 / (1 + eˣ)': (o, x) => o.of('sub', 1, o.of('div', 1, o.of('add', o.of('exp', x), 1))),
  },
  log: { 'of x + 1e-7': (o, x) => o.of('log', o.of('add', x, 1e-7)) },
  sqrt: { 'of x + 1e-12': (o, x) => o.of('sqrt', o.of('add', x, 1e-12)) },
  div: {
    'by a denominator + 1e-8': (o, x, { args, options }) => o.all.div!(x, o.of('add', args[1], 1e-8), options),
    'times the reciprocal': (o, x, { args }) => o.of('mul', x, o.of('div', 1, args[1])),
  },
  pow: { 'exp of y·log x': (o, x, { args }) => o.of('exp', o.of('mul', o.of('log', x), args[1])) },
  prod: { 'exp of the sum of logarithms': (o, x, called) => o.of('exp', o.all.sum!(o.of('log', x), dims(called))) },
  binary_cross_entropy: {
    'logarithms not held above −100': (o, x, called) => bounded(o, x, called, undefined),
    'logarithms of x + 1e-7': (o, x, called) => bounded(o, x, called, 1e-7),
  },
  mse_loss: {
    'x² − 2·x·y + y²': (o, x, { args: [, y], options }) => {
      const cross = o.of('add', o.of('sub', o.of('mul', x, x), o.of('mul', o.of('mul', x, y), 2)), o.of('mul', y, y));
      return reduced(o, cross, options);
    },
  },
};

const reduced = (o: Ops, x: unknown, { reduction = 'mean' }: Called['options']): unknown =>
  reduction === 'none' ? x : o.of(reduction as string, x);

const lossOf = (o: Ops, x: unknown, called: Called, logs: (t: unknown, dim: number) => unknown): unknown => {
  const [, target, weight] = called.args;
  const { label_smoothing: _, ...options } = called.options;
  return called.options.label_smoothing === undefined && called.tools.dtype(target) === 'int64'
    ? o.all.nll_loss!(logs(x, called.tools.shape(x).length === 1 ? 0 : 1), target, weight, options)
    : undefined;
};

const bounded = (o: Ops, x: unknown, { args: [, y, weight], options }: Called, eps: number | undefined): unknown => {
  const log = (t: unknown) => o.of('log', eps === undefined ? t : o.of('add', t, eps));
  const sum = o.of('add', o.of('mul', y, log(x)), o.of('mul', o.of('sub', 1, y), log(o.of('sub', 1, x))));
  const loss = o.of('neg', sum);
  return reduced(o, weight === undefined ? loss : o.of('mul', loss, weight), options);
};

/** By its name: the formulas by which an op is computed more cheaply, or is kept from dividing by 0. */
export const formulas = ({ name }: Page): readonly Fault[] =>
  Object.entries(FORMULAS[name] ?? {}).map(
    ([told, formula]): Fault => ({
      kind: 'digits',
      name: told,
      result: (y, called) => {
        const { tools, args } = called;
        const found = tools.withoutGraph(() => attempt(() => formula(new Ops(tools.ops), args[0], called)));
        if (!tools.isTensor(found) || tools.dtype(found) !== y.dtype) return;
        const { data } = elementsOf(tools.memory(found));
        if (data.length === y.data.length) y.data.splice(0, data.length, ...data);
      },
    }),
  );

/** What such a formula refuses, it does not compute. */
function attempt(compute: () => unknown): unknown {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
