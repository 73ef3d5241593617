/** Shapes in short: `2x3`, and `0d` for a tensor without axes. */
import type { Shape } from './call.ts';

/** [2, 3] for `2x3`. */
export const shape = (text: string): Shape => (text === '0d' ? [] : text.split('x').map(Number));

/** [[2, 3], [3]] for `2x3 3`. */
export const shapes = (text: string): readonly Shape[] => text.split(' ').map(shape);

const text = (one: Shape): string => `_${one.length === 0 ? '0d' : one.join('x')}`;

/** `_2x3_3` for [2, 3] and [3]: the end of a name. */
export const named = (...all: readonly Shape[]): string => all.map(text).join('');

/** One to four axes, no two beside each other of one size, and one of size 1. */
export const RANKS = '3 2x3 4x2x3 2x1x4x3';

/** The same of five axes. */
export const FIVE = '2x1x2x3x2';
