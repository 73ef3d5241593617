/** Where gradients are asked for: `mul other`, an operand of an op. For tests. */
import type { Page } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Literal, OpStep, Step } from '../../values/case.ts';
import type { Lab, Trial } from '../law.ts';
import { trialsOf } from '../sample.ts';
import { numeric } from './index.ts';

const lab: Lab = {
  dtypes: ['bool', 'int64', 'float32', 'float64'],
  floats: ['float32', 'float64'],
  integers: ['int64'],
};

const namesIn = (literal: Literal): string[] =>
  typeof literal === 'string' ? [literal] : Array.isArray(literal) ? literal.flatMap(namesIn) : [];

/** Every place of a program at which something with a gradient stands. */
const differentiated = ({ inputs, ops }: Trial): string[] => {
  const tracked = new Set(Object.keys(inputs).filter((name) => inputs[name]!.requires_grad === true));
  return ops
    .filter((step: Step): step is OpStep => 'op' in step)
    .flatMap(({ op, in: operands = [], out }) => {
      const hit = operands.map((operand) => namesIn(operand).some((name) => tracked.has(name)));
      if (hit.includes(true)) for (const name of [out ?? []].flat()) if (name !== null) tracked.add(name);
      const names = pageOf(op)!.page.operands.map(({ name }) => name);
      return hit.flatMap((yes, i) => (yes ? [`${op} ${names[i]}`] : []));
    });
};

/** The places that laws compare with differences, in so many trials of each. */
export const comparedPlaces = (runs: number): ReadonlySet<string> =>
  new Set(numeric.flatMap((law) => trialsOf(law, runs, lab)).flatMap(differentiated));

/** The places of a page, those of its in-place form too. */
export const placesOf = ({ name, inplace, differentiable }: Page): string[] =>
  [name, ...(inplace === undefined ? [] : [inplace])].flatMap((op) =>
    differentiable.map((operand) => `${op} ${operand}`),
  );
