/** A tensor's text, character by character as PyTorch prints it with its default options. */

import type { Tensor } from '../autograd/tensor.ts';
import type { Shape } from '../memory/shape.ts';
import { DEFAULT_FLOAT, type Dtype, isFloating } from '../numbers/dtype.ts';
import { columnFor } from './column.ts';
import { LINE_WIDTH, leaves, rows, shown } from './rows.ts';

const PREFIX = 'tensor(';
/** dtypes that go without saying, unless there is no element to tell them by. */
const USUAL = new Set(['float32', 'int64', 'bool']);

function elements(t: Tensor, indent: number): string {
  if (t.numel() === 0) return '[]';
  const parts = shown(t);
  return rows(parts, t.ndim, indent, columnFor(leaves(parts), isFloating(t.dtype)));
}

function suffixes(t: Tensor): string[] {
  const said: string[] = [];
  const empty = t.numel() === 0;
  if (empty && t.ndim !== 1) said.push(`size=(${t.shape.join(', ')})`);
  if (empty ? t.dtype !== DEFAULT_FLOAT : !USUAL.has(t.dtype)) said.push(`dtype=torch.${t.dtype}`);
  if (t.grad_fn !== null) said.push(`grad_fn=<${t.grad_fn}>`);
  else if (t.requires_grad) said.push('requires_grad=True');
  return said;
}

/** What follows the elements, on a line of its own where it does not fit, or the first of it has to be. */
function ended(start: string, said: readonly string[], ownLine: boolean): string {
  let text = start;
  let column = text.length - text.lastIndexOf('\n') + 1; // two more than there are: PyTorch counts so
  for (const [i, suffix] of said.entries()) {
    if ((ownLine && i === 0) || column + suffix.length + 2 > LINE_WIDTH) {
      text += `,\n${' '.repeat(PREFIX.length)}${suffix}`;
      column = PREFIX.length + suffix.length;
    } else {
      text += `, ${suffix}`;
      column += suffix.length + 2;
    }
  }
  return `${text})`;
}

/** `tensor([1., 2.])`, below a heading if `t` is a parameter: what `repr(t)` is in Python. */
export function print(t: Tensor): string {
  return t.heading + ended(PREFIX + elements(t, PREFIX.length), suffixes(t), false);
}

/** What is printed of a sparse tensor. */
export interface SparseParts {
  readonly shape: Shape;
  readonly dtype: Dtype;
  readonly layout: string;
  indices(): Tensor;
  values(): Tensor;
}

/** Indices and values as a tensor each, then what they amount to: what `repr(s)` of a sparse tensor is in Python. */
export function printSparse(s: SparseParts): string {
  const part = (name: string, t: Tensor): string => {
    const prefix = `${name}=${PREFIX}`;
    const size = t.numel() === 0 ? `, size=${tuple(t.shape)}` : '';
    return `${prefix}${elements(t, PREFIX.length + prefix.length)}${size})`;
  };
  const [indices, values] = [s.indices(), s.values()];
  const said = [
    `size=${tuple(s.shape)}`,
    `nnz=${values.numel()}`,
    ...(USUAL.has(s.dtype) ? [] : [`dtype=torch.${s.dtype}`]),
    `layout=torch.${s.layout}`,
  ];
  const line = `,\n${' '.repeat(PREFIX.length)}`;
  return ended(PREFIX + part('indices', indices) + line + part('values', values), said, true);
}

const tuple = (shape: readonly number[]): string => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
