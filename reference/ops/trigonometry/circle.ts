import type { Tensor } from '../../autograd/tensor.ts';

/** The slope of the arcsine, 1 / √(1 - x²): as (1 - x)·(1 + x), which loses no digits near ±1. */
export const ofCircle = (x: Tensor): Tensor => x.neg().add(1).mul(x.add(1)).rsqrt();
