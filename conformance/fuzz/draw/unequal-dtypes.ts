import { volume } from '../../arbitraries/shape.ts';
import type { Dtype } from '../../values/case.ts';
import type { Blunder } from './blunder.ts';
import { append, isTensor } from './call.ts';
import { byPage } from './operands.ts';
import { recipes } from './recipes/index.ts';
import type { Word } from './vocabulary.ts';

/** Whether it is an op of several tensors that promotes nothing. */
const isUnpromoting = ({ page, op }: Word): boolean =>
  op === page.name &&
  page.dtype === 'same' &&
  page.errors.includes('dtype_mismatch') &&
  page.operands.filter(({ type }) => type === 'tensor').length > 1;

const OTHER: Partial<Record<Dtype, Dtype>> = { float32: 'float64', float64: 'float32' };

/** An op that promotes nothing, with one operand of another dtype. */
export const unequal: Blunder = (draft, words) => {
  const { dice } = draft;
  const word = dice.some(words.filter(isUnpromoting));
  if (word === undefined) return undefined;
  const { page, op } = word;
  const call = (recipes[op] ?? byPage)(draft, page, op);
  const tensors = call?.operands.filter(isTensor) ?? [];
  const [first, ...rest] = tensors;
  const wrong = first && OTHER[first.dtype];
  // PyTorch looks at no dtypes where there is nothing to multiply, nor at that of a bias which it adds to a vector.
  if (wrong === undefined || !draft.mood.dtypes.has(wrong) || tensors.some(({ shape }) => volume(shape) === 0))
    return undefined;
  if (op === 'linear' && first!.shape.length < 2) return undefined;
  // A tensor without axes scales as mul does (inner.C3).
  if (op === 'inner' && tensors.some(({ shape }) => shape.length === 0)) return undefined;
  const alike = rest.filter(({ dtype }) => dtype === first!.dtype);
  // Of a result the dtype is known near enough only.
  if (alike.length === 0 || !(first!.name in draft.inputs)) return undefined;
  const old = dice.pick(alike);
  const at = call!.operands.lastIndexOf(old);
  const domain = page.domain[page.operands[at]!.name];
  const other = draft.input(old.shape, wrong, { constant: true, plain: true, ...(domain && { domain }) });
  append(draft, page, op, { ...call!, operands: call!.operands.with(at, other) });
  return 'dtype_mismatch';
};
