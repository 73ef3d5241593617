/** Ops whose operands depend on each other in a way that their pages do not say to a machine. All others go by the page. */
import type { Recipe } from '../call.ts';
import { activations } from './activations.ts';
import { contractions } from './contractions.ts';
import { creation } from './creation.ts';
import { diagonals } from './diagonals.ts';
import { indexing } from './indexing.ts';
import { linalg } from './linalg.ts';
import { linearAlgebra } from './linear-algebra.ts';
import { losses } from './losses.ts';
import { moving } from './moving.ts';
import { ordering } from './ordering.ts';
import { places } from './places.ts';
import { rearranging } from './rearranging.ts';
import { repeating } from './repeating.ts';

export const recipes: Readonly<Record<string, Recipe>> = {
  ...activations,
  ...contractions,
  ...creation,
  ...diagonals,
  ...indexing,
  ...linalg,
  ...linearAlgebra,
  ...losses,
  ...moving,
  ...ordering,
  ...places,
  ...rearranging,
  ...repeating,
};
