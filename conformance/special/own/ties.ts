/** Of two that are the same number, `maximum` and `minimum` share the gradient; a library may document that one takes all of it. */
import type { Element } from '../../values/case.ts';
import { type Class, elementOf } from '../classes.ts';
import { COTANGENT, Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';

/** As many as there are gradients that come back: each has its own. */
const TIES: readonly (readonly [Class, Class])[] = [
  ['inf', 'inf'],
  ['minus_inf', 'minus_inf'],
  ['zero', 'minus_zero'],
  ['minus_zero', 'zero'],
  ['minus_zero', 'minus_zero'],
  ['tiny', 'tiny'],
  ['max', 'max'],
];

export const ties: Table = (page, dtype) => {
  if (page.name !== 'maximum' && page.name !== 'minimum') return [];
  const shape = [TIES.length];
  const program = new Program();
  for (const [k, name] of ['x', 'y'].entries()) {
    const elements = TIES.map((pair) => elementOf(pair[k]!, dtype));
    program.tensor(name, dtype, shape, elements, true);
  }
  program.call(page.name, ['x', 'y'], 'z');
  program.differentiate('z', dtype, shape);
  program.look('exact', 'x.grad', 'y.grad');
  const gradient = (data: readonly Element[]) => ({ dtype, shape, data, tolerance: 'exact' });
  const [whole, none] = [gradient(COTANGENT), gradient(TIES.map(() => 0))];
  const either = [
    { 'x.grad': whole, 'y.grad': none },
    { 'x.grad': none, 'y.grad': whole },
  ];
  const made = rung(page, dtype, 'ties', 'C2', `equal special values share the gradient of ${page.name}`, program);
  return [{ ...made, conventions: [{ id: 'tie-to-one', expected: { either } }] }];
};
