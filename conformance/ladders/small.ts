/** Small results, and gradients of what comes back small: no bound is absolute, and 0 stands for none of them. */
import type { Page } from '../pages/page.ts';
import type { Element } from '../values/case.ts';
import { type Call, type Calls, changed, type Given, givenTo, type Shape, type Tensor } from './call.ts';
import { COTANGENT, gradients, recorded, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import type { Draft } from './program.ts';
import { type Rung, rung } from './rung.ts';
import { inDtype } from './typed.ts';

type Wide = 'float32' | 'float64';

/** A number so small that a library may take it for none: far below 1e-6 in float32, and below 1e-12 in float64. */
const SMALL: Readonly<Record<Wide, number>> = { float32: 1e-8, float64: 1e-15 };
/** A number whose exponential is as small. */
const LOW = -40;

/** What becomes of an operand so that the result is small, by the op: all of its numbers made small, or low; others stay. */
const ASKED: Readonly<Record<string, (name: string) => 'small' | 'low' | 'kept'>> = {
  mse_loss: () => 'small',
  std: () => 'small',
  var: () => 'small',
  add_: () => 'small',
  mul_: () => 'small',
  sub_: () => 'small',
  div_: (name) => (name === 'input' ? 'small' : 'kept'),
  pow_: (name) => (name === 'input' ? 'small' : 'kept'),
  exp_: () => 'low',
};

const each = (tensor: Tensor, change: (value: number) => Element): Tensor =>
  tensor.dtype.startsWith('float') ? { ...tensor, repeats: tensor.repeats.map((v) => change(v as number)) } : tensor;

const inWide = (page: Page, call: Call, dtype: Wide): Call | undefined =>
  dtype === 'float32' ? call : inDtype(page, call, dtype);

/** The call in each of the two dtypes that it takes. */
const both = (page: Page, call: Call, change: (one: Given, dtype: Wide) => Given): Calls =>
  Object.fromEntries(
    (['float32', 'float64'] as const).flatMap((dtype) => {
      const typed = inWide(page, call, dtype);
      return typed === undefined ? [] : [[`_${dtype}`, changed(typed, (one) => change(one, dtype))]];
    }),
  );

const scaled = (v: number, dtype: Wide): number => Number((v * SMALL[dtype]).toPrecision(6));

const comingBack = (shape: Shape, call: Call): Tensor => {
  const dtype = givenTo(call).some(({ tensor }) => tensor.dtype === 'float64') ? 'float64' : 'float32';
  return { dtype, shape, repeats: COTANGENT.map((v) => scaled(v, dtype)) };
};

const small = (op: string, kind: string, says: string, draft: Draft): Rung => ({
  ...rung(op, '', kind, 'small', says, draft),
  rules: ['accuracy.C14'],
});

/** Of one call in float32 and in float64, of an op that rounds. */
export function smallOf({ second = {}, ranks: [first] = [] }: Ladder, page: Page, op: string): readonly Rung[] {
  const call = Object.values(second)[0] ?? Object.values(first?.calls ?? {})[0];
  if (call === undefined || page.accuracy === 'exact') return [];
  const become = ASKED[op];
  const shrunk = (one: Given, dtype: Wide): Given => {
    const to = become!(one.name);
    if (to === 'kept') return one;
    return { ...one, tensor: each(one.tensor, (v) => (to === 'low' ? v + LOW : scaled(v, dtype))) };
  };
  const slopes = recorded(both(page, call, (one) => one));
  return [
    ...(become === undefined
      ? []
      : [small(op, '', `\`${op}\` keeps the digits of small numbers`, values(both(page, call, shrunk)))]),
    ...(Object.keys(slopes).length === 0
      ? []
      : [
          small(
            op,
            'gradient',
            `the gradient of \`${op}\` keeps the digits of small numbers`,
            gradients(slopes, comingBack),
          ),
        ]),
  ];
}
