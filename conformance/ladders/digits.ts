/** Numbers of float64 that float32 does not have, of which every result and every gradient has to keep the digits. */
import type { Page } from '../pages/page.ts';
import { type Calls, givenTo, type Shape, type Tensor } from './call.ts';
import { gradients, recorded, values } from './drafts.ts';
import type { Group, Ladder } from './ladder.ts';
import type { Draft } from './program.ts';
import { type Rung, rung } from './rung.ts';
import { inDtype } from './typed.ts';

/** A little less than each number, in proportion: equal numbers stay equal, and none of them is a float32. */
const FACTOR = 1 - 2 ** -29 / 3;

/** float32 tells neighbours apart that are 1.2e-7 from each other. */
const fine = (tensor: Tensor): Tensor =>
  tensor.dtype === 'float32'
    ? { ...tensor, dtype: 'float64', repeats: tensor.repeats.map((value) => (value as number) * FACTOR) }
    : tensor;

/** One call in three: axes and shapes that meet are in all of them. */
const EVERY = 3;

const some = (ranks: readonly Group[], page: Page): Calls =>
  Object.fromEntries(
    ranks
      .flatMap(({ calls }) => Object.entries(calls))
      .filter(([, call]) => givenTo(call).some(({ tensor }) => tensor.dtype === 'float32'))
      .filter((_, k) => k % EVERY === 1)
      .flatMap(([suffix, call]) => {
        const typed = inDtype(page, call, 'float64', fine);
        return typed === undefined ? [] : [[suffix, typed]];
      }),
  );

/** No few of them add up to 0, of which no digits would be left. */
const BACK = [1.637, 0.311, -2.273, 3.593, -0.741, 1.381, -0.569];

const cotangent = (shape: Shape): Tensor => fine({ dtype: 'float32', shape, repeats: BACK });

const keeping = (op: string, kind: string, id: string, what: string, draft: Draft): Rung => ({
  ...rung(op, '', kind, id, `${what} keeps the digits of \`float64\``, draft),
  rules: ['accuracy.C8'],
});

const rungsOf = (op: string, id: string, where: string, calls: Calls): readonly Rung[] => {
  if (Object.keys(calls).length === 0) return [];
  const all = keeping(op, 'digits', id, `\`${op}\`${where}`, values(calls));
  const differentiable = recorded(calls);
  if (Object.keys(differentiable).length === 0) return [all];
  const says = `the gradient of \`${op}\`${where}`;
  return [all, keeping(op, 'gradient-digits', id, says, gradients(differentiable, cotangent))];
};

/** As many axes are asked of the op, and no more of its digits. */
const LONG = 'rank-5';

/** Values and gradients in float64; of forms that stand apart where something is computed. */
export const digitsOf = ({ ranks = [] }: Ladder, page: Page, op: string): readonly Rung[] => {
  const [others, apart] = [true, false].map((is) => ranks.filter((group) => (group.apart !== true) === is));
  return [
    ...rungsOf(
      op,
      '',
      '',
      some(
        others!.filter(({ id }) => id !== LONG),
        page,
      ),
    ),
    ...(page.accuracy === 'exact' ? [] : apart!).flatMap((group) =>
      rungsOf(op, group.id, ` ${group.where}`, some([group], page)),
    ),
  ];
};
