/** Ops that go element by element of one tensor. */
import { both, either, type Predicate, tells, unary } from '../pages/families.ts';
import type { Element } from '../values/case.ts';
import { CLASSES, elementOf } from './classes.ts';
import { isOpen, type Part } from './left-open/index.ts';
import { often, once, Program } from './program.ts';
import { rung, type Table } from './rung.ts';

const COMPUTED: ReadonlySet<string> = new Set(['arithmetic', 'activations', 'rounding', 'trigonometry']);

export const computes: Predicate = either(
  tells,
  both(unary, ({ feature }) => COMPUTED.has(feature)),
);

export const unaryTable: Table = (page, dtype) => {
  if (!computes(page)) return [];
  const { name: op } = page;
  const asked = (part: Part): readonly Element[] =>
    CLASSES.filter((one) => !isOpen({ op, dtype, part, classes: [one] })).map((one) => elementOf(one, dtype));

  const values = new Program();
  const all = asked('value');
  // Seven times over: each stands in every lane of a vector, and among what is left over behind the last one.
  values.tensor('x', dtype, [7 * all.length], all);
  values.call(op, ['x'], 'y');
  values.look(page.accuracy === 'exact' ? undefined : once[dtype], 'y');

  const says = rung(page, dtype, 'values', 'C1', `${op} of special values`, values);
  if (page.differentiable.length === 0) return [says];

  const gradient = new Program();
  const sloped = asked('gradient');
  gradient.tensor('x', dtype, [2 * sloped.length], sloped, true);
  gradient.call(op, ['x'], 'y');
  gradient.differentiate('y', dtype, [2 * sloped.length]);
  gradient.look(often[dtype], 'x.grad');
  return [says, rung(page, dtype, 'gradient', 'C2', `the gradient of ${op} at special values`, gradient)];
};
