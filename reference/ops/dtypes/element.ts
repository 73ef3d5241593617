import type { View } from '../../memory/view.ts';

/** An element as JavaScript holds it: boolean for bool, bigint for int64, number for the rest. */
export type Item = number | bigint | boolean;

/** The element at an offset into the view's storage. */
export function elementAt(view: View, offset: number): Item {
  const value = view.storage.buffer[offset]!;
  return view.dtype === 'bool' ? value !== 0 : value;
}
