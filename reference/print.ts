/** A tensor's text, character by character as PyTorch prints it with its default options. */
import { DEFAULT_FLOAT, isFloating } from './dtype.ts';
import { columnFor } from './print/column.ts';
import { LINE_WIDTH, leaves, rows, shown } from './print/rows.ts';
import type { Tensor } from './tensor.ts';

const PREFIX = 'tensor(';
/** dtypes that go without saying, unless there is no element to tell them by. */
const USUAL = new Set(['float32', 'int64', 'bool']);

function elements(t: Tensor): string {
  if (t.numel() === 0) return '[]';
  const parts = shown(t);
  return rows(parts, t.ndim, PREFIX.length, columnFor(leaves(parts), isFloating(t.dtype)));
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

/** `tensor([1., 2.])`, below a heading if `t` is a parameter: what `repr(t)` is in Python. */
export function print(t: Tensor): string {
  let text = PREFIX + elements(t);
  let column = text.length - text.lastIndexOf('\n') + 1; // two more than there are: PyTorch counts so
  for (const suffix of suffixes(t)) {
    if (column + suffix.length + 2 > LINE_WIDTH) {
      text += `,\n${' '.repeat(PREFIX.length)}${suffix}`;
      column = PREFIX.length + suffix.length;
    } else {
      text += `, ${suffix}`;
      column += suffix.length + 2;
    }
  }
  return `${t.heading}${text})`;
}
