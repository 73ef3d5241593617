/** An index expression as its entries: what stands between Python's brackets. */

import { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/** An integer, a slice such as `'1:3'`, `'...'`, `'None'` (or null), true or false, or a tensor of bools or int64. */
export type Index = number | string | boolean | null | Tensor;

export type Entry =
  | { readonly kind: 'integer'; readonly at: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step?: number }
  | { readonly kind: 'rest' }
  | { readonly kind: 'new axis' }
  | { readonly kind: 'all or nothing'; readonly all: boolean }
  | { readonly kind: 'mask'; readonly mask: Tensor }
  | { readonly kind: 'places'; readonly places: Tensor };

const SLICE = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

function textEntry(text: string): Entry {
  if (text === '...') return { kind: 'rest' };
  if (text === 'None') return { kind: 'new axis' };
  const match =
    SLICE.exec(text) ?? raise('invalid_argument', `'${text}' is no index: expected a slice, '...' or 'None'`);
  const [start, stop, step] = match.slice(1).map((s) => (s === undefined ? undefined : Number(s)));
  return {
    kind: 'slice',
    ...{ ...(start !== undefined && { start }), ...(stop !== undefined && { stop }) },
    step: step ?? 1,
  };
}

function tensorEntry(t: Tensor): Entry {
  const isMask = t.dtype === 'bool' || t.dtype === 'uint8';
  if (!isMask && t.dtype !== 'int64') {
    raise('unsupported_dtype', `an index tensor is of int64, uint8 or bool, not ${t.dtype}`);
  }
  if (t.ndim > 0) return isMask ? { kind: 'mask', mask: t } : { kind: 'places', places: t };
  const value = t.item();
  return isMask ? { kind: 'all or nothing', all: Boolean(value) } : { kind: 'integer', at: Number(value) };
}

/** One entry. A 0-d tensor counts as the number that it holds. */
export function parse(item: Index): Entry {
  if (item instanceof Tensor) return tensorEntry(item);
  if (item === null) return { kind: 'new axis' };
  if (typeof item === 'string') return textEntry(item);
  if (typeof item === 'boolean') return { kind: 'all or nothing', all: item };
  return { kind: 'integer', at: item };
}

/** How many axes an entry uses up. */
export const axesOf = (entry: Entry): number =>
  entry.kind === 'mask' ? entry.mask.ndim : ['integer', 'slice', 'places'].includes(entry.kind) ? 1 : 0;
