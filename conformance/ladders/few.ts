/** A few elements in every dtype that an op takes, and what comes back to them where floats have few digits. */
import type { Page } from '../pages/page.ts';
import type { Dtype, Literal, Tolerance } from '../values/case.ts';
import { allDtypes, isFloat } from '../values/dtypes.ts';
import { type Call, type Calls, changed, givenTo, type Shape, type Tensor, tensorsOf } from './call.ts';
import { COTANGENT, gradients, leavesOf, like, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { elementIn, retyped } from './numbers.ts';
import { plain } from './plain.ts';
import { type Rung, rung } from './rung.ts';
import { absolute, fits, inDtype, positive } from './typed.ts';

const FEW = 6;
const DTYPES: readonly Dtype[] = allDtypes.filter((dtype) => dtype !== 'float32');

/** What no element changes is asked of one dtype, and so is what draws one number alone. */
const looksAtElements = ({ feature }: Page): boolean => feature !== 'attributes' && feature !== 'random';

/** What the dtype is said of: tensors, or, where there are none, the numbers of a list. */
const callOf = (ladder: Ladder): Call | undefined => {
  const call = plain(ladder);
  return call !== undefined && tensorsOf(call).length === 0 ? ladder.sizes?.[0]?.at(FEW) : call;
};

const inList = (literal: Literal, dtype: Dtype): Literal =>
  Array.isArray(literal)
    ? literal.map((part) => inList(part, dtype))
    : (elementIn(dtype, literal as number) as Literal);

/** A new tensor of that dtype. */
const created = (call: Call, dtype: Dtype): Call => ({
  ...call,
  operands: call.operands.map((one) => ('literal' in one ? { literal: inList(one.literal, dtype) } : one)),
  options: { ...call.options, dtype },
});

/** Losses that take integers beside floats; a bool has no difference in `l1_loss`, and `kl_div` takes floats alone. */
const besideFloats = (page: Page, dtype: Dtype): boolean =>
  page.shape === 'loss' &&
  page.dtype === 'promote' &&
  !isFloat(dtype) &&
  page.name !== 'kl_div' &&
  !(page.name === 'l1_loss' && dtype === 'bool');

/** Ops whose `bfloat16` PyTorch rounds step by step, by more than 1 %. */
const FEW_DIGITS: ReadonlySet<string> = new Set(['binary_cross_entropy_with_logits', 'kl_div', 'logsumexp']);

/** The call in another dtype; undefined where it is not of it, or cannot be written into it. */
const typed = (page: Page, call: Call, dtype: Dtype): Call | undefined => {
  if (dtype === 'bfloat16' && FEW_DIGITS.has(page.name)) return undefined;
  if (tensorsOf(call).length === 0) return created(call, dtype);
  if (besideFloats(page, dtype)) {
    const [first] = givenTo(call);
    return changed(call, (one) => (one === first ? { ...one, tensor: retyped(one.tensor, dtype) } : one));
  }
  const other = inDtype(page, call, dtype, positive(page));
  if (other === undefined || !fits(page, other)) return undefined;
  return page.dtype === 'option' ? { ...other, options: { dtype: 'float32' } } : other;
};

/** Of what converts, the way there too: of numbers that every dtype has. */
const into = (page: Page, call: Call, dtype: Dtype): Calls =>
  page.dtype === 'option' && tensorsOf(call).length > 0
    ? { _into: { ...changed(call, (one) => ({ ...one, tensor: absolute(one.tensor) })), options: { dtype } } }
    : {};

/** Of an op that gives places beside values where it is given an axis, the values alone too. */
const alone = ({ results = 1, options: { dim: _, ...options } = {}, ...call }: Call): Calls =>
  results > 1 ? { _all: { ...call, ...(Object.keys(options).length > 0 && { options }) } } : {};

/** Where gradients are taken, and how near they are: 1 % is told from it. */
const bounds: Readonly<Partial<Record<Dtype, Tolerance>>> = { float16: { ulp: 4 }, bfloat16: { ulp: 1 } };

/** Ops whose slope PyTorch computes in several steps that it rounds to `bfloat16`. */
const IN_STEPS: ReadonlySet<string> = new Set(['erfc', 'atan2']);

/** Of sums, and of several steps, `bfloat16` may keep fewer digits than it takes to tell 1 %. */
const isTold = ({ name, accuracy }: Page, dtype: Dtype): boolean => {
  if (dtype === 'bfloat16' && IN_STEPS.has(name)) return false;
  const bound = typeof accuracy === 'object' && 'float32' in accuracy ? accuracy.float32! : accuracy;
  return dtype in bounds && (dtype !== 'bfloat16' || bound === 'exact' || 'ulp' in bound);
};

const cotangent =
  (dtype: Dtype) =>
  (shape: Shape): Tensor => ({ ...like(COTANGENT, shape), dtype });

/** What is not asked already: of many elements, say. */
export const fewOf = (ladder: Ladder, page: Page, op: string, asked: ReadonlySet<string>): readonly Rung[] => {
  const call = callOf(ladder);
  if (call === undefined || !looksAtElements(page)) return [];
  return DTYPES.flatMap((dtype): Rung[] => {
    const one = typed(page, call, dtype);
    if (one === undefined) return [];
    const calls = { '': one, ...alone(one), ...into(page, call, dtype) };
    const of = rung(op, 'C1', 'dtypes', dtype, `\`${op}\` is right for \`${dtype}\``, values(calls));
    const back = isTold(page, dtype) && leavesOf(one).length > 0;
    return [
      ...(asked.has(of.id) ? [] : [of]),
      ...(back
        ? [
            rung(
              op,
              'C1',
              'gradient-dtypes',
              dtype,
              `the gradient of \`${op}\` is right for \`${dtype}\``,
              gradients({ '': { ...one, tolerance: bounds[dtype] } }, cotangent(dtype)),
            ),
          ]
        : []),
    ];
  });
};
