import { commutes } from '../../laws/promotion/commutes.ts';
import { comparisons } from '../../laws/promotion/comparisons.ts';
import { meeting } from '../../laws/promotion/meeting.ts';
import { zeroDim } from '../../laws/promotion/zero-dim.ts';
import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongFamily, wrongOp, wrongOps } from './fault.ts';

const none = {};
const rank = (t: unknown, { isTensor, shape }: Tools): number => (isTensor(t) ? shape(t).length : 0);
const cast = (t: unknown, dtype: string, { ops }: Tools): unknown => ops.to!(t, { dtype });

/** The dtypes of two tensors, in order; those of other operands are empty. */
const dtypesOf = (a: unknown, b: unknown, tools: Tools): string =>
  [a, b].map((t) => (tools.isTensor(t) ? tools.dtype(t) : '')).join();

/** The result of two operands in another dtype, where `when` says so. */
const inDtype =
  (dtype: string, when: (a: unknown, b: unknown, tools: Tools) => boolean) =>
  (right: Call, tools: Tools): Call =>
  (a, b, o) =>
    when(a, b, tools) ? cast(right(a, b, o), dtype, tools) : right(a, b, o);

/** By law: what a library does that breaks it. */
export const promotionFaults: Readonly<Record<string, readonly Fault[]>> = {
  'promotion/meeting': [
    // The unsigned and the signed byte meet in the signed one.
    wrongFamily(
      meeting,
      inDtype('int8', (a, b, tools) => dtypesOf(a, b, tools) === 'uint8,int8'),
    ),
    // The two halves meet in the one with the wider range.
    wrongFamily(
      meeting,
      inDtype('bfloat16', (a, b, tools) => /^(float16,bfloat16|bfloat16,float16)$/.test(dtypesOf(a, b, tools))),
    ),
  ],
  'promotion/zero-dim': [
    // A 0-d float64 lifts a tensor of float32.
    wrongFamily(
      zeroDim,
      inDtype('float64', (a, b, tools) => {
        const [axes, zero] = rank(a, tools) > 0 ? [a, b] : [b, a];
        return dtypesOf(axes, zero, tools) === 'float32,float64' && rank(zero, tools) === 0;
      }),
    ),
    // Of two 0-d tensors, the first counts.
    wrongFamily(
      zeroDim,
      inDtype('int16', (a, b, tools) => dtypesOf(a, b, tools) === 'int16,int32' && rank(b, tools) === 0),
    ),
  ],
  'promotion/python-numbers': [
    // A number is a float64, which it is in the host.
    wrongOp(
      'mul',
      inDtype('float64', (a, b, tools) => !tools.isTensor(b) && dtypesOf(a, b, tools) === 'int32,'),
    ),
    // An int beside booleans is an int32.
    wrongOp('add', (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      return dtypesOf(a, b, tools) === 'bool,' && tools.dtype(out) === 'int64' ? cast(out, 'int32', tools) : out;
    }),
  ],
  'promotion/rounded-numbers': [
    // Arithmetic with a number is done in float64 and rounded once.
    wrongOp('add', (right, tools) => (a, b, o) => {
      if (tools.isTensor(b) || tools.dtype(a) !== 'float32') return right(a, b, o);
      return cast(right(cast(a, 'float64', tools), b, o), 'float32', tools);
    }),
  ],
  'promotion/commutes': [
    // The first of two floats decides.
    wrongFamily(commutes, (right, tools) => (a, b, o) => {
      const both = dtypesOf(a, b, tools) === 'float32,float64';
      return both ? cast(right(a, b, o), 'float32', tools) : right(a, b, o);
    }),
    // A number on the left is a tensor.
    wrongOps(['mul', 'add'], (right, tools) => (a, b, o) => {
      if (tools.isTensor(a) || typeof a === 'boolean' || !/(int(8|16|32)|float16)$/.test(tools.dtype(b)))
        return right(a, b, o);
      return right(tools.ops.tensor!(typeof a === 'number' ? [a] : a, none), b, o);
    }),
  ],
  'promotion/in-place': [
    // What does not fit is cut.
    wrongOp('add_', (right, tools) => (a, b, o) => {
      try {
        return right(a, b, o);
      } catch {
        return tools.ops.copy_!(a, tools.ops.add!(a, b, none), none);
      }
    }),
    // The quotient of integers is written back without its fraction.
    wrongOp('div_', (right, tools) => (a, b, o) => {
      if (tools.dtype(a) !== 'int32') return right(a, b, o);
      return tools.ops.copy_!(a, tools.ops.div!(a, b, none), none);
    }),
  ],
  'promotion/comparisons': [
    // All is compared as float64.
    wrongFamily(
      comparisons,
      (right, tools) => (a, b, o) => right(cast(a, 'float64', tools), cast(b, 'float64', tools), o),
    ),
    // An integer is compared with a float in full.
    wrongFamily(comparisons, (right, tools) => (a, b, o) => {
      if (!/^(int..,float32|float32,int..)$/.test(dtypesOf(a, b, tools))) return right(a, b, o);
      return right(cast(a, 'float64', tools), cast(b, 'float64', tools), o);
    }),
  ],
  'promotion/fractions': [
    // The widest integers bring the widest float.
    wrongOp(
      'sqrt',
      (right, tools) => (a, o) => (tools.dtype(a) === 'int64' ? right(cast(a, 'float64', tools), o) : right(a, o)),
    ),
    // What integers give is cut.
    wrongOps(['div', 'atan2', 'xlogy'], (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      return dtypesOf(a, b, tools) === 'int64,int64' ? cast(cast(out, 'int32', tools), 'float32', tools) : out;
    }),
  ],
  'promotion/wraps': [
    // An int64 is computed as the host's number.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      return dtypesOf(a, b, tools) === 'int64,int64' ? cast(cast(out, 'float64', tools), 'int64', tools) : out;
    }),
    // Bytes are clamped.
    wrongOp('add', (right, tools) => (a, b, o) => {
      if (dtypesOf(a, b, tools) !== 'int8,int8') return right(a, b, o);
      const wide = right(cast(a, 'int16', tools), cast(b, 'int16', tools), o);
      return cast(tools.ops.where!(tools.ops.gt!(wide, 127, none), 127, wide, none), 'int8', tools);
    }),
  ],
  'promotion/round-trip': [
    // Every integer goes through float32.
    wrongOp('to', (right, tools) => (a, o) => {
      const long = tools.dtype(a) === 'int32' && (o as { dtype: string }).dtype === 'int64';
      return long ? right(right(a, { dtype: 'float32' }), o) : right(a, o);
    }),
  ],
  'promotion/narrowing': [
    // Fractions are rounded down.
    wrongOp('to', (right, tools) => (a, o) => {
      const out = right(a, o);
      if (tools.dtype(a) !== 'float32' || (o as { dtype: string }).dtype !== 'int32') return out;
      return tools.ops.sub!(out, cast(tools.ops.lt!(a, out, none), 'int32', tools), none);
    }),
    // A byte is clamped.
    wrongOp('to', (right, tools) => (a, o) => {
      if (tools.dtype(a) !== 'int16' || (o as { dtype: string }).dtype !== 'uint8') return right(a, o);
      return right(tools.ops.where!(tools.ops.gt!(a, 255, none), 255, a, none), o);
    }),
  ],
  'promotion/integer-sums': [
    // A sum has the dtype of its elements.
    wrongOp('sum', (right, tools) => (a, o) => {
      const out = right(a, o);
      return tools.dtype(a) === 'int32' ? cast(out, 'int32', tools) : out;
    }),
    // Running sums wrap where 32 bits end.
    wrongOp('cumsum', (right, tools) => (a, o) => cast(cast(right(a, o), 'int32', tools), 'int64', tools)),
  ],
  'promotion/joining': [
    // The first tensor decides.
    wrongOp('cat', (right, tools) => (parts, o) => cast(right(parts, o), tools.dtype((parts as unknown[])[0]), tools)),
    wrongOp('where', (right, tools) => (s, a, b, o) => {
      const out = right(s, a, b, o);
      return !tools.isTensor(b) && tools.dtype(a) === 'float16' ? cast(out, 'float32', tools) : out;
    }),
  ],
};
