import type { Law } from '../law.ts';
import { fresh } from './fresh.ts';
import { generator } from './generator.ts';
import { inViews } from './in-views.ts';
import { integers } from './integers.ts';
import { lastBatch } from './last-batch.ts';
import { layers } from './layers.ts';
import { neighbours } from './neighbours.ts';
import { normal } from './normal.ts';
import { orders } from './orders.ts';
import { ownParameters } from './own-parameters.ts';
import { pairs } from './pairs.ts';
import { permutation } from './permutation.ts';
import { seeded } from './seeded.ts';
import { shuffled } from './shuffled.ts';
import { uniform } from './uniform.ts';

export const random: readonly Law[] = [
  uniform,
  normal,
  neighbours,
  ownParameters,
  inViews,
  integers,
  permutation,
  shuffled,
  orders,
  seeded,
  generator,
  fresh,
  layers,
  pairs,
  lastBatch,
];
