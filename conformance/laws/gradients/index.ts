import type { Law } from '../law.ts';
import { activations } from './activations.ts';
import { binary } from './binary.ts';
import { choices } from './choices.ts';
import { convolution } from './convolution.ts';
import { indexing } from './indexing.ts';
import { losses } from './losses.ts';
import { norm } from './norm.ts';
import { products } from './products.ts';
import { reductions } from './reductions.ts';
import { shapes } from './shapes.ts';
import { unary } from './unary.ts';
import { writing } from './writing.ts';

/** Compared with numeric derivatives: together they draw every differentiable operand of every page. */
export const numeric: readonly Law[] = [
  unary,
  binary,
  choices,
  reductions,
  norm,
  products,
  shapes,
  indexing,
  writing,
  losses,
  activations,
  convolution,
];

export const gradients: readonly Law[] = [...numeric];
