/**
 * Sums whose running total is kept in few digits: in the operands' own dtype, one term after the other. Of a product in float32
 * that is no fault: libraries add so that PyTorch itself calls.
 */
import type { Page } from '../../pages/page.ts';
import { narrowed } from '../calls/again.ts';
import { axesOf, type Called } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import { elementsOf } from '../calls/memory.ts';
import type { Tools } from '../mutation.ts';

const NONE = {};

/** The terms one by one along an axis, which stays with size 1. */
const slices = (tools: Tools, tensor: unknown, axis: number): unknown[] =>
  Array.from({ length: tools.shape(tensor)[axis]! }, (_, i) => narrowed(tools, tensor, axis, 1, i));

/** One total, rounded to the dtype after each term. */
const running = ({ ops }: Tools, terms: readonly unknown[]): unknown =>
  terms.slice(1).reduce((sum, term) => ops.add!(sum, term, NONE), terms[0]);

/** The sum over the axes of a call, or over all. */
function total({ tools, given, ...called }: Called): unknown {
  const { ops } = tools;
  const [{ tensor }] = given as [Called['given'][number]];
  const x = ops.reshape!(tools.detach(tensor), { shape: tools.shape(tensor) });
  const axes = axesOf({ tools, given, ...called });
  if (axes === undefined || axes.length === 0) {
    const flat = ops.reshape!(x, { shape: [-1] });
    return running(tools, slices(tools, flat, 0));
  }
  return axes.reduce<unknown>((y, axis) => running(tools, slices(tools, y, axis)), x);
}

/** Σₖ a[…, k]·b[k, …], where `linear` has its second operand the other way round, and adds a bias. */
function product({ tools, given, page }: Called): unknown {
  const { ops, detach, shape } = tools;
  const [a, b, bias] = given.map(({ tensor }) => detach(tensor));
  if (shape(a).length === 0 || shape(b).length === 0) return undefined;
  const right = page.name === 'linear' ? ops.T!(b, NONE) : b;
  const axis = shape(right).length === 1 ? 0 : shape(right).length - 2;
  const terms = slices(tools, a, shape(a).length - 1);
  const others = slices(tools, right, axis);
  const sum = running(
    tools,
    terms.map((term, i) => ops.matmul!(term, others[i], NONE)),
  );
  return bias === undefined ? sum : ops.add!(sum, bias, NONE);
}

const SUMS: Readonly<Record<string, (called: Called) => unknown>> = {
  sum: total,
  mean: (called) => {
    const y = total(called);
    const [x] = called.given;
    const n = x!.memory.shape.reduce((m, size) => m * size, 1) / called.tools.shape(y).reduce((m, size) => m * size, 1);
    return called.tools.ops.div!(y, n, NONE);
  },
  dot: product,
  mv: product,
  mm: product,
  matmul: product,
  linear: product,
};

/** By its page: a sum whose total may be kept in few digits. */
export const lowPrecision = ({ name }: Page): readonly Fault[] => {
  const sum = SUMS[name];
  if (sum === undefined) return [];
  return (['float16', 'bfloat16', 'float32'] as const)
    .filter((dtype) => dtype !== 'float32' || sum !== product)
    .map(
      (dtype): Fault => ({
        kind: dtype === 'float32' ? 'digits' : 'dtype',
        name: `one running total in ${dtype}`,
        when: ({ given, options }) =>
          given.length > 0 && given.every((g) => g.memory.dtype === dtype) && options.dtype === undefined,
        result: (y, called) => {
          const found = called.tools.withoutGraph(() => sum(called));
          if (found === undefined) return;
          const { data } = elementsOf(called.tools.memory(found));
          if (data.length === y.data.length) y.data.splice(0, data.length, ...data);
        },
      }),
    );
};
