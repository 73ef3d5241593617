import type { Law } from '../law.ts';
import { activations } from './activations.ts';
import { afresh } from './afresh.ts';
import { binary } from './binary.ts';
import { chainRule } from './chain-rule.ts';
import { choices } from './choices.ts';
import { contractions } from './contractions.ts';
import { convolution } from './convolution.ts';
import { cotangentLinear } from './cotangent-linear.ts';
import { cotangentOfOnes } from './cotangent-of-ones.ts';
import { detached } from './detached.ts';
import { inPlace } from './in-place.ts';
import { indexing } from './indexing.ts';
import { integers } from './integers.ts';
import { leafForm } from './leaf-form.ts';
import { losses } from './losses.ts';
import { matrices } from './matrices.ts';
import { mixedPartials } from './mixed-partials.ts';
import { modules } from './modules.ts';
import { nonContiguous } from './non-contiguous.ts';
import { norm } from './norm.ts';
import { orders } from './orders.ts';
import { overBackwards } from './over-backwards.ts';
import { overUses } from './over-uses.ts';
import { places } from './places.ts';
import { products } from './products.ts';
import { reductions } from './reductions.ts';
import { changedSaved, changedUnsaved } from './saved.ts';
import { scaledLoss } from './scaled-loss.ts';
import { secondOrder } from './second-order.ts';
import { shapes } from './shapes.ts';
import { stretched } from './stretched.ts';
import { sumOfLosses } from './sum-of-losses.ts';
import { throughViews } from './through-views.ts';
import { unary } from './unary.ts';
import { unrecorded } from './unrecorded.ts';
import { unusedLeaf } from './unused-leaf.ts';
import { writing } from './writing.ts';
import { zeroSize } from './zero-size.ts';

/** Compared with numeric derivatives: together they draw every differentiable operand of every page. */
export const numeric: readonly Law[] = [
  unary,
  binary,
  choices,
  reductions,
  norm,
  products,
  matrices,
  contractions,
  shapes,
  indexing,
  places,
  orders,
  writing,
  losses,
  activations,
  convolution,
];

export const gradients: readonly Law[] = [
  ...numeric,
  afresh,
  chainRule,
  changedSaved,
  changedUnsaved,
  cotangentLinear,
  cotangentOfOnes,
  detached,
  inPlace,
  integers,
  leafForm,
  mixedPartials,
  modules,
  nonContiguous,
  overBackwards,
  overUses,
  scaledLoss,
  secondOrder,
  stretched,
  sumOfLosses,
  throughViews,
  unrecorded,
  unusedLeaf,
  zeroSize,
];
