/** Operands as the types and rules of a page ask for them: enough for an op whose page is all that is known of it. */
import { broadcast, volume } from '../../arbitraries/shape.ts';
import type { DtypeRule, Operand as OperandSpec, Page } from '../../pages/page.ts';
import { hasTrait } from '../../pages/traits.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Operand, Recipe } from './call.ts';
import { isTensor } from './call.ts';
import type { Draft } from './draft.ts';
import { fits, takenBy } from './dtypes.ts';
import type { Known, Want } from './known.ts';
import { drawOptions, number, scalar } from './options.ts';
import { joint } from './shapes/general.ts';

/** What the page says of an operand. */
export const wantOf = (page: Page, name: string): Want => {
  const domain = page.domain[name];
  const constant = !page.differentiable.includes(name);
  return { takes: takenBy(page, name), ...(domain && { domain }), ...(constant && { constant }) };
};

/** The rules under which tensors of two dtypes meet; under the others, ops want one dtype. */
const meeting: ReadonlySet<DtypeRule> = new Set(['promote', 'promote-float', 'bool']);

/** How an op takes its operands. */
interface Form {
  readonly page: Page;
  /** It writes to its first operand: what is written must not be of a higher kind than that, unless it is converted. */
  readonly writes: boolean;
  readonly converts: boolean;
  /** Its operands are of one dtype. */
  readonly uniform: boolean;
}

const formOf = (page: Page, op: string): Form => {
  const converts = page.mutates === true;
  return { page, converts, writes: converts || op !== page.name, uniform: !converts && !meeting.has(page.dtype) };
};

/** A tensor that may be written to; a result with fractions needs a floating one. */
const target = (draft: Draft, { page, converts }: Form, spec: OperandSpec): Known | undefined => {
  const want = wantOf(page, spec.name);
  const fractions = !converts && page.dtype.includes('float');
  const where = (one: Known): boolean => draft.isWritable(one);
  return draft.tensor({ ...want, ...(fractions && { takes: 'floating' }), constant: draft.recording, where });
};

/** An operand that stretches with those that are there, often of the dtype of one that takes the same. */
const beside = (
  draft: Draft,
  form: Form,
  spec: OperandSpec,
  others: readonly [Known, ...Known[]],
  like: Known | undefined,
): Known | undefined => {
  const { page, writes, converts, uniform } = form;
  const [first] = others;
  const all = writes ? first.shape : joint(others.map((one) => one.shape))!;
  const mayBe = (dtype: Dtype): boolean => !writes || converts || fits(dtype, first.dtype);
  const suits = (one: Known): boolean => {
    const both = broadcast(all, one.shape);
    if (both === undefined || (writes && both.join() !== all.join())) return false;
    return mayBe(one.dtype) && (!uniform || like === undefined || one.dtype === like.dtype);
  };
  const want: Want = { ...wantOf(page, spec.name), where: suits };
  const old = draft.candidates(want);
  if (old.length > 0 && draft.dice.chance(0.5)) return draft.dice.pick(old);
  const shape = writes ? draft.narrower(all) : draft.beside(all);
  const same = like !== undefined && draft.dice.chance(uniform ? 1 : 0.6);
  const drawn = same ? like.dtype : draft.dtype(want.takes!);
  const dtype = drawn === undefined || !mayBe(drawn) ? like?.dtype : drawn;
  return dtype && draft.tensor({ ...want, shape, dtype, fresh: true });
};

/** Tensors of one shape. */
const several = (draft: Draft, { page, uniform }: Form, spec: OperandSpec): readonly Known[] | undefined => {
  const { dice } = draft;
  const first = draft.tensor(wantOf(page, spec.name));
  if (first === undefined) return undefined;
  const more = Array.from({ length: dice.weighted([1, 0], [4, 1], [2, 2]) }, () =>
    draft.tensor({ shape: first.shape, ...((uniform || dice.chance(0.7)) && { dtype: first.dtype }) }),
  );
  return dice.shuffled([first, ...more.filter((one) => one !== undefined)]);
};

/** Elementwise operands that broadcast, with numbers where the page takes them; lists are of tensors of one shape. */
export const byPage: Recipe = (draft, page, op) => {
  const { dice } = draft;
  const form = formOf(page, op);
  const operands: Operand[] = [];
  const filled = refusesNothing(page) && dice.chance(0.9);
  for (const [i, spec] of page.operands.entries()) {
    const [first, ...more] = operands.flatMap(tensorsIn);
    const last = i === page.operands.length - 1;
    const mayBeNumber = spec.type === 'tensor_or_scalar' && !(form.writes && i === 0) && (first !== undefined || !last);
    if (spec.optional && !dice.chance(0.5)) operands.push(null);
    else if (spec.type === 'scalar') operands.push(scalar(dice));
    else if (spec.type === 'tensors') operands.push(several(draft, form, spec)!);
    else if (!isOneTensor(spec)) return undefined;
    else if (mayBeNumber && dice.chance(0.25)) operands.push(numberFor(draft, form, spec, first));
    else if (first !== undefined) {
      const alike = page.operands.findIndex(({ name }) => takenBy(page, name) === takenBy(page, spec.name));
      const like = alike < i ? tensorsIn(operands[alike]!)[0] : undefined;
      operands.push(beside(draft, form, spec, [first, ...more], like)!);
    } else if (form.writes) operands.push(target(draft, form, spec)!);
    else operands.push(draft.tensor({ ...wantOf(page, spec.name), ...(filled && some(draft)) })!);
    if (operands.at(-1) === undefined) return undefined;
  }
  const tensors = operands.flatMap(tensorsIn);
  if (page.operands.length > 0 && tensors.length === 0) return undefined;
  const whole = tensors.some(({ dtype }) => !isFloat(dtype));
  return { operands, options: drawOptions(draft, { page, shape: tensors[0]?.shape ?? [], whole }) };
};

const isOneTensor = ({ type }: OperandSpec): boolean =>
  type === 'tensor' || type === 'any' || type === 'tensor_or_scalar';
const tensorsIn = (operand: Operand): readonly Known[] => [operand].flat().filter((one) => isTensor(one));

/** Whether it raises where there is nothing to choose from. */
const refusesNothing = (page: Page): boolean => page.feature === 'reductions' && hasTrait(page, 'chooses');
const some = (draft: Draft): Want => {
  const where = ({ shape }: Known): boolean => volume(shape) > 0;
  return { where, ...(draft.known.some(where) ? {} : { shape: [2, 3] }) };
};

/** A number; one that an in-place op can write into its target. */
const numberFor = (draft: Draft, { page, writes }: Form, spec: OperandSpec, first: Known | undefined): Operand => {
  const { dice } = draft;
  if (writes && first !== undefined && !isFloat(first.dtype))
    return first.dtype === 'bool' ? dice.chance(0.5) : dice.int(-3, 3);
  return takenBy(page, spec.name) === 'any' ? scalar(dice) : number(dice);
};
