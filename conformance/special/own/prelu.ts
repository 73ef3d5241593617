/** A slope for each channel: every pair of an element and a slope. */
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, type Class, elementOf } from '../classes.ts';
import { isOpen, type Part } from '../left-open/index.ts';
import { often, once, Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';

/** One row of as many channels as there are pairs: no slope's gradient is a sum. */
function pairwise(dtype: FloatDtype, part: Part): Program {
  const pairs = CLASSES.flatMap((a) =>
    CLASSES.filter((b) => !isOpen({ op: 'prelu', dtype, part, classes: [a, b] })).map((b): [Class, Class] => [a, b]),
  );
  const program = new Program();
  const leaf = part === 'gradient';
  for (const [k, [name, shape]] of (
    [
      ['x', [1, pairs.length]],
      ['weight', [pairs.length]],
    ] as const
  ).entries()) {
    program.tensor(
      name,
      dtype,
      shape,
      pairs.map((pair) => elementOf(pair[k]!, dtype)),
      leaf,
    );
  }
  program.call('prelu', ['x', 'weight'], 'y');
  if (leaf) program.differentiate('y', dtype, [1, pairs.length]);
  program.look(leaf ? often[dtype] : once[dtype], ...(leaf ? ['x.grad', 'weight.grad'] : ['y']));
  return program;
}

export const prelu: Table = (page, dtype) =>
  page.name === 'prelu'
    ? [
        rung(page, dtype, 'values', 'C1', 'prelu of every pair of special values', pairwise(dtype, 'value')),
        rung(
          page,
          dtype,
          'gradient',
          'C2',
          'the gradients of prelu at every pair of special values',
          pairwise(dtype, 'gradient'),
        ),
      ]
    : [];
