/** The points at which a library may choose otherwise than PyTorch, but for `biased-variance`: what an option can ask for is asked for. */
import { atZero } from './at-zero.ts';
import type { Point } from './choice.ts';
import { signOfNan } from './sign-of-nan.ts';
import { ties } from './ties.ts';

/** In an order in which none is used to say one before it: ties of magnitudes take `abs`. */
export const points: readonly Point[] = [signOfNan, ...atZero, ...ties];
