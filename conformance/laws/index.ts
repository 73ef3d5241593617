/** The laws, family by family. */
import { broadcasting } from './broadcasting/index.ts';
import { gradients } from './gradients/index.ts';
import type { Law } from './law.ts';
import { linalg } from './linalg/index.ts';
import { linearAlgebra } from './linear-algebra/index.ts';
import { losses } from './losses/index.ts';
import { pointwise } from './pointwise/index.ts';
import { printing } from './printing/index.ts';
import { promotion } from './promotion/index.ts';
import { random } from './random/index.ts';
import { reductions } from './reductions/index.ts';
import { shapes } from './shape/index.ts';

export const laws: readonly Law[] = [
  ...broadcasting,
  ...gradients,
  ...shapes,
  ...linalg,
  ...linearAlgebra,
  ...losses,
  ...promotion,
  ...random,
  ...reductions,
  ...printing,
  ...pointwise,
];
