/** The gradient of a product is NaN where any other factor is, whether the others are multiplied or the element is divided out. */
import type { Element } from '../../values/case.ts';
import { CLASSES, elementOf } from '../classes.ts';
import { often, Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';

export const factors: Table = (page, dtype) => {
  if (page.name !== 'prod' || dtype !== 'float32') return [];
  const program = new Program();
  const rows = CLASSES.flatMap((one) =>
    [0, 1, 2].map((place): Element[] => ['NaN', 'NaN'].toSpliced(place, 0, elementOf(one, dtype) as never)),
  );
  program.tensor('x', dtype, [rows.length, 3], rows.flat(), true);
  program.call('prod', ['x'], 'y', { dim: -1 });
  program.differentiate('y', dtype, [rows.length]);
  program.look(often[dtype], 'x.grad');
  const says = 'the gradient of prod is NaN where another factor is';
  return [rung(page, dtype, 'gradient-beside-nan', 'C2', says, program)];
};
