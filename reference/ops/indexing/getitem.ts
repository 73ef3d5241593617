import { raise } from '../../errors.ts';
import type { Tensor } from '../../tensor.ts';
import { slice } from '../shape/narrow.ts';
import { select } from './select.ts';

/** One part of what stands between Python's brackets: an integer, `'1:3'`, `'...'`, `'None'`. */
export type Index = number | string;

const SLICE = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

function sliceByText(input: Tensor, dim: number, text: string): Tensor {
  const match =
    SLICE.exec(text) ?? raise('invalid_argument', `'${text}' is no index: expected a slice, '...' or 'None'`);
  const [start, stop, step] = match.slice(1).map((s) => (s === undefined ? undefined : Number(s)));
  if (dim >= input.ndim) raise('index_out_of_range', `too many indices for a tensor of ${input.ndim} axes`);
  return slice(input, dim, start, stop, step);
}

/** input[i, j, …]. A view. */
export function getitem(input: Tensor, ...index: readonly Index[]): Tensor {
  const axes = index.filter((item) => item !== '...' && item !== 'None').length;
  if (axes > input.ndim) raise('index_out_of_range', `too many indices for a tensor of ${input.ndim} axes`);
  let out = input;
  let dim = 0;
  for (const item of index) {
    if (typeof item === 'number') out = select(out, dim, item);
    else if (item === 'None') out = out.unsqueeze(dim++);
    else if (item === '...') dim += input.ndim - axes;
    else out = sliceByText(out, dim++, item);
  }
  return out === input ? input.alias() : out;
}
