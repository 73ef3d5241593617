import { expect, test } from 'vitest';
import { flatten } from '../../values/element.ts';
import type { Program } from '../draw/program.ts';
import { simplerNumbers } from './inputs.ts';

test('a fraction below 0 shrinks to 0, never to a bare -0', () => {
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [2], data: [-0.25, -1.5] } },
    ops: [],
    observe: ['x'],
  };
  const elements = [...simplerNumbers(program)].flatMap(({ inputs }) => flatten(inputs.x!.data));
  expect(elements).toContain(0);
  expect(elements.filter((element) => Object.is(element, -0))).toEqual([]);
});
