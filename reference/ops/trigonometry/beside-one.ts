import type { Tensor } from '../../autograd/tensor.ts';

/** 1 - x², as (1 - x)·(1 + x), which loses no digits near ±1. */
export const beside = (x: Tensor): Tensor => x.neg().add(1).mul(x.add(1));

/** The slope of the inverse hyperbolic cosine, 1 / √(x² - 1); + 0, as (x - 1)·(x + 1) is −0 at −1 and x² - 1 is 0. */
export const ofHyperbola = (x: Tensor): Tensor => x.sub(1).mul(x.add(1)).add(0).rsqrt();
