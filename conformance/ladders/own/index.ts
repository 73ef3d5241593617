/** Ladders that follow from no page, each in a file of its own name. */
import { activations } from './activations.ts';
import { addedProducts } from './added-products.ts';
import { classified } from './classified.ts';
import { contractions } from './contractions.ts';
import { conv2d } from './conv2d.ts';
import { diagonals } from './diagonals.ts';
import { drawn } from './drawn.ts';
import { elementwise } from './elementwise.ts';
import { findings } from './found.ts';
import { host } from './host.ts';
import { indexing } from './indexing.ts';
import { joining } from './joining.ts';
import { linalg } from './linalg.ts';
import { ordering } from './ordering.ts';
import type { Own } from './own.ts';
import { places } from './places.ts';
import { products } from './products.ts';
import { rearranging } from './rearranging.ts';
import { repeating } from './repeating.ts';
import { sparseOps } from './sparse.ts';
import { turning } from './turning.ts';
import { viewing } from './viewing.ts';

export const own: Own = {
  ...activations,
  ...addedProducts,
  ...classified,
  ...contractions,
  ...conv2d,
  ...diagonals,
  ...drawn,
  ...elementwise,
  ...findings,
  ...host,
  ...indexing,
  ...joining,
  ...linalg,
  ...ordering,
  ...places,
  ...products,
  ...rearranging,
  ...repeating,
  ...sparseOps,
  ...turning,
  ...viewing,
};
