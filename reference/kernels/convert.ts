/** Copies between views, of one dtype or of two, and from Python numbers. */

import { broadcastTo, emptyView, Storage, View } from '../memory/view.ts';
import { allocate, type Buffer, type Dtype, isFloating } from '../numbers/dtype.ts';
import { roundBuffer } from '../numbers/rounding.ts';
import { type Scalar, toBigint, toNumber } from '../numbers/scalar.ts';
import { type UnaryRow, unaryLoop, walk } from './loop.ts';

const sameRow: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]!;
};
// Toward zero, as C does; what int32 cannot hold becomes its lowest value, as on x86.
const toIntegerRow: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) {
    const x = a[p + i * s]!;
    out[o + i] = x > -2147483649 && x < 2147483648 ? x : -2147483648;
  }
};
// Half is not zero, though an integer buffer would make it so.
const nonzeroRow: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s] === 0 ? 0 : 1;
};

/** int64 to a number that a float32 store rounds once: beyond 2^53 the lost low bits stay visible as an odd one. */
function stickyNumber(x: bigint): number {
  if (BigInt.asIntN(54, x) === x) return Number(x);
  const low = x & 0x7ffn;
  return Number(low === 0n ? x : (x - low) | 0x400n);
}

function fromBigint(x: bigint, dtype: Dtype): number {
  if (dtype === 'bool') return x === 0n ? 0 : 1;
  if (dtype === 'float64') return Number(x);
  return isFloating(dtype) ? stickyNumber(x) : Number(BigInt.asIntN(32, x));
}

/** A contiguous copy of `view` as `dtype`: toward zero from float to integer, wrapping where it does not fit. */
export function convert(view: View, dtype: Dtype): View {
  const out = emptyView(dtype, view.shape);
  const to = out.storage.buffer;
  const from = view.storage.buffer;
  if (!(to instanceof BigInt64Array) && !(from instanceof BigInt64Array)) {
    unaryLoop(out, view, dtype === 'bool' ? nonzeroRow : to instanceof Int32Array ? toIntegerRow : sameRow);
    roundBuffer(to, dtype);
  } else {
    walk(view.shape, [out, view], (n, [o, p], [r, s]) => {
      for (let i = 0; i < n; i++) {
        const x = from[p! + i * s!]!;
        if (to instanceof BigInt64Array) to[o! + i * r!] = toBigint(x);
        else to[o! + i * r!] = fromBigint(x as bigint, dtype);
      }
    });
    roundBuffer(to, dtype);
  }
  return out;
}

/** Overwrites `out` with `from` (broadcast, converted). The two may not overlap. */
export function copyInto(out: View, from: View): void {
  if (out.numel === 0) return; // an empty view's offset may lie outside of the buffer
  const source = from.dtype === out.dtype ? from : convert(from, out.dtype);
  const to = out.storage.buffer;
  const buffer = source.storage.buffer;
  if (source.numel === out.numel && source.isContiguous() && out.isContiguous()) {
    // The typed arrays are of one type, since the dtypes are equal.
    (to as Float64Array).set(
      (buffer as Float64Array).subarray(source.offset, source.offset + source.numel),
      out.offset,
    );
    return;
  }
  walk(out.shape, [out, broadcastTo(source, out.shape)], (n, [o, p], [r, s]) => {
    for (let i = 0; i < n; i++) to[o! + i * r!] = buffer[p! + i * s!]!;
  });
}

/** Puts a Python number into element i of a buffer of `dtype`; `roundBuffer` has to follow. */
export function store(buffer: Buffer, i: number, x: Scalar, dtype: Dtype): void {
  if (buffer instanceof BigInt64Array) buffer[i] = toBigint(x);
  else if (typeof x === 'bigint') buffer[i] = fromBigint(x, dtype);
  else buffer[i] = dtype === 'bool' ? Number(toNumber(x) !== 0) : toNumber(x);
}

/** A 0-d view of one Python number. */
export function scalarView(x: Scalar, dtype: Dtype): View {
  const buffer = allocate(dtype, 1);
  store(buffer, 0, x, dtype);
  roundBuffer(buffer, dtype);
  return new View(new Storage(dtype, buffer), [], [], 0);
}
