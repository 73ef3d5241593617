/** Where a slope jumps, and a library may document another one or another value: it is the formula's, or that, at zeros of both signs. */
import { type Class, elementOf } from '../classes.ts';
import { COTANGENT, often, Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';

const SLOPE = 0.25;

/** Where, and what may be documented beside the slope that is due. */
const KINKS: Readonly<
  Record<string, { readonly at: readonly Class[]; readonly documented: Readonly<Record<string, number>> }>
> = {
  relu: {
    at: ['zero', 'minus_zero'],
    documented: { 'relu-gradient-half-at-zero': 0.5, 'relu-gradient-one-at-zero': 1 },
  },
  prelu: { at: ['zero', 'minus_zero'], documented: { 'prelu-gradient-one-at-zero': 1 } },
  sign: { at: ['nan', 'zero', 'minus_zero'], documented: {} },
};

export const kinks: Table = (page, dtype) => {
  const { name: op } = page;
  const kink = KINKS[op];
  if (kink === undefined || dtype !== 'float32') return [];
  const { at, documented } = kink;
  const program = new Program();
  const shape = [at.length];
  const elements = at.map((one) => elementOf(one, dtype));
  const operands = [program.tensor('x', dtype, shape, elements, true)];
  if (op === 'prelu') operands.push(program.tensor('weight', dtype, [1], [SLOPE]));
  program.call(op, operands, 'y');
  program.differentiate('y', dtype, shape);
  const tolerance = often[dtype];
  program.look(tolerance, 'x.grad');
  const conventions = Object.entries(documented).map(([id, slope]) => ({
    id,
    expected: { 'x.grad': { dtype, shape, data: at.map((_, k) => slope * COTANGENT[k]!), tolerance } },
  }));
  const says = `the gradient of ${op} is the same at ${at.includes('nan') ? 'NaN and at ' : ''}zeros of both signs`;
  return [{ ...rung(page, dtype, 'kinks', 'C2', says, program), ...(conventions.length > 0 && { conventions }) }];
};
