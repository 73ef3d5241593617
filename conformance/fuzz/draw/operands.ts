/** Operands as the types and rules of a page ask for them: enough for an op whose page is all that is known of it. */
import { broadcast, volume } from '../../arbitraries/shape.ts';
import type { Operand as OperandSpec, Page } from '../../pages/page.ts';
import { hasTrait } from '../../pages/traits.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Operand, Recipe } from './call.ts';
import { isTensor } from './call.ts';
import type { Draft, Known, Want } from './draft.ts';
import { fits, type Takes, takenBy } from './dtypes.ts';
import { drawOptions, scalar } from './options.ts';

const wantOf = (page: Page, { name }: OperandSpec): Want => {
  const domain = page.domain[name];
  const constant = !page.differentiable.includes(name);
  return { ...(domain && { domain }), ...(constant && { constant }) };
};

/** Ops that do not promote want one dtype. */
const isUniform = (page: Page): boolean =>
  page.dtype === 'same' || page.dtype === 'floating' || page.errors.includes('dtype_mismatch') === false
    ? page.dtype !== 'promote' && page.dtype !== 'promote-float' && page.dtype !== 'bool'
    : false;

/** A tensor that may be written to. */
const target = (draft: Draft, page: Page, want: Want): Known | undefined => {
  const where = (one: Known): boolean => draft.isWritable(one);
  return draft.tensor({ ...want, ...wantOf(page, page.operands[0]!), constant: draft.recording, where });
};

/** An operand that stretches to what is there. */
const beside = (draft: Draft, page: Page, spec: OperandSpec, first: Known, writes: boolean): Known | undefined => {
  const shape = writes ? draft.narrower(first.shape) : draft.beside(first.shape);
  const takes: Takes = takenBy(page);
  const suits = (one: Known): boolean => {
    const both = broadcast(first.shape, one.shape);
    if (both === undefined || (writes && both.join() !== first.shape.join())) return false;
    if (isUniform(page) && one.dtype !== first.dtype) return false;
    return !writes || fits(one.dtype, first.dtype);
  };
  const want: Want = { ...wantOf(page, spec), takes, where: suits };
  const old = draft.candidates(want);
  if (old.length > 0 && draft.dice.chance(0.5)) return draft.dice.pick(old);
  const drawn = draft.dice.chance(isUniform(page) ? 1 : 0.6) ? first.dtype : draft.dtype(takes);
  const dtype = drawn === undefined || (writes && !fits(drawn, first.dtype)) ? first.dtype : drawn;
  return draft.tensor({ ...want, shape, dtype, fresh: true });
};

const writesTo = (page: Page, op: string): boolean => page.mutates === true || op !== page.name;

/** Elementwise operands that broadcast, with numbers where the page takes them; lists are of tensors of one shape. */
export const byPage: Recipe = (draft, page, op) => {
  const { dice } = draft;
  const writes = writesTo(page, op);
  const operands: Operand[] = [];
  let first: Known | undefined;
  const takes = takenBy(page);
  const filled = refusesNothing(page) && dice.chance(0.9);
  for (const [i, spec] of page.operands.entries()) {
    if (spec.optional && !dice.chance(0.5)) {
      operands.push(null);
      continue;
    }
    if (spec.type === 'scalar') operands.push(scalar(dice));
    else if (spec.type === 'tensors') {
      const one = draft.tensor({ ...wantOf(page, spec), takes });
      if (one === undefined) return undefined;
      const more = Array.from({ length: dice.int(0, 2) }, () => draft.tensor({ shape: one.shape, dtype: one.dtype })!);
      first ??= one;
      operands.push([one, ...more]);
    } else if (spec.type === 'tensor' || spec.type === 'any' || spec.type === 'tensor_or_scalar') {
      const last = i === page.operands.length - 1;
      const mayBeNumber = spec.type === 'tensor_or_scalar' && !(writes && i === 0) && (first !== undefined || !last);
      if (mayBeNumber && dice.chance(0.25)) operands.push(numberFor(draft, page, first, writes));
      else {
        const drawn: Known | undefined =
          first !== undefined
            ? beside(draft, page, spec, first, writes)
            : writes
              ? target(draft, page, { takes: page.dtype.includes('float') ? 'floats' : takes })
              : draft.tensor({ ...wantOf(page, spec), takes, ...(filled && some(draft)) });
        if (drawn === undefined) return undefined;
        first ??= drawn;
        operands.push(drawn);
      }
    } else return undefined;
  }
  if (page.operands.length > 0 && !operands.some((one) => isTensor(one) || Array.isArray(one))) return undefined;
  const whole = operands.some((one) => isTensor(one) && !isFloat(one.dtype));
  return { operands, options: drawOptions(draft, { page, shape: first?.shape ?? [], whole }) };
};

/** Whether it raises where there is nothing to choose from. */
const refusesNothing = (page: Page): boolean => page.feature === 'reductions' && hasTrait(page, 'chooses');
const some = (draft: Draft): Want => {
  const where = ({ shape }: Known): boolean => volume(shape) > 0;
  return { where, ...(draft.known.some(where) ? {} : { shape: [2, 3] }) };
};

/** A number; one that an in-place op can write into its target. */
const numberFor = (draft: Draft, page: Page, first: Known | undefined, writes: boolean): Operand => {
  const { dice } = draft;
  if (!writes || first === undefined) return page.errors.includes('unsupported_dtype') ? dice.int(-3, 3) : scalar(dice);
  if (isFloat(first.dtype)) return scalar(dice);
  return first.dtype === 'bool' ? dice.chance(0.5) : dice.int(-3, 3);
};
