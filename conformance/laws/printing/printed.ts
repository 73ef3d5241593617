/** Trials that look at one tensor and its text. */
import { type Shape, volume } from '../../arbitraries/shape.ts';
import type { Expectation, TensorValue } from '../../values/case.ts';
import { all, tensorOf } from '../claims.ts';
import type { Trial } from '../law.ts';
import { readText, type Text } from './text.ts';

/** Text that cannot be read is held to a text that no tensor has: what it should be is another law's matter. */
const unreadable: Expectation = { prints: 'a tensor that can be read' };

/** Whether its text shows all elements: of more than 1,000 it leaves some out (printing.C9). */
export const isInFull = (shape: Shape): boolean => volume(shape) <= 1000;

export const printed = (x: TensorValue, claim: (text: Text) => Expectation | undefined): Trial => ({
  inputs: { x },
  ops: [],
  observe: ['x'],
  prints: ['x'],
  statement: ({ x }) => {
    const prints = tensorOf(x)?.prints;
    if (prints === undefined) return undefined;
    const text = readText(prints);
    if (text === undefined) return all({ x: unreadable });
    const claimed = claim(text);
    return claimed && all({ x: { prints, ...claimed } });
  },
});
